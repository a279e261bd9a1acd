-- Who may touch what. pos_keeper owns the functions that look across stores: tokens, codes, the feed's numbers. pos_worker owns those that
-- work for one lane, and sees the rows of that lane's store only. pos_door may call what is in pos_api and nothing else; the two doors
-- sign in as its members. None of them may bypass row-level security, and every table forces it.

DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['pos_keeper', 'pos_worker', 'pos_door'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL; -- Roles belong to the server: another database has made it.
    END;
  END LOOP;
  -- Without a password nobody gets in; whoever runs a door sets it.
  FOREACH wanted IN ARRAY ARRAY['pos_gateway', 'pos_edge'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I LOGIN', wanted);
      -- A door gives up by itself after a minute; behind a pooler nothing else would end the statement.
      EXECUTE format('ALTER ROLE %I SET statement_timeout = %L', wanted, '60s');
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL;
    END;
    EXECUTE format('GRANT pos_door TO %I', wanted);
  END LOOP;
  -- To hand functions over one has to be a member.
  EXECUTE format('GRANT pos_keeper, pos_worker TO %I', current_user);
END
$$;

CREATE SCHEMA pos_api;
CREATE SCHEMA pos_admin;

GRANT USAGE ON SCHEMA pos TO pos_keeper, pos_worker;
GRANT USAGE ON SCHEMA pos_api TO pos_keeper, pos_worker, pos_door;

-- Whose transaction it is ------------------------------------------------------------------------------------------------

-- Good for this transaction of this connection only: a copy of the setting is worth nothing elsewhere.
CREATE FUNCTION pos.context_mac(store text, node text) RETURNS text LANGUAGE sql STABLE PARALLEL RESTRICTED
  SET search_path = pos, pg_temp
AS $$
  SELECT encode(sha256(convert_to(concat_ws(
    '|', k.key, pg_backend_pid(), extract(epoch FROM transaction_timestamp()), store, node, k.key), 'UTF8')), 'hex')
  FROM context_key k
$$;

CREATE FUNCTION pos.enter(store uuid, node text) RETURNS void LANGUAGE sql VOLATILE
  SET search_path = pos, pg_temp
AS $$
  SELECT set_config('pos.context', concat_ws(' ', store, node, context_mac(store::text, node)), true)
$$;

-- The store of this transaction; null where no token was shown, or the setting was not made by enter().
CREATE FUNCTION pos.store_id() RETURNS uuid LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
DECLARE
  parts text[] := string_to_array(current_setting('pos.context', true), ' ');
BEGIN
  IF array_length(parts, 1) = 3 AND parts[3] = context_mac(parts[1], parts[2]) THEN
    RETURN parts[1]::uuid;
  END IF;
  RETURN NULL;
END
$$;

-- Rows -------------------------------------------------------------------------------------------------------------------

-- A partition is a table of its own for whoever names it: it is closed by having no policy at all.
CREATE FUNCTION pos.close_rows(name text, is_partition boolean, has_store boolean) RETURNS void LANGUAGE plpgsql
AS $$
BEGIN
  EXECUTE format('ALTER TABLE pos.%I ENABLE ROW LEVEL SECURITY', name);
  EXECUTE format('ALTER TABLE pos.%I FORCE ROW LEVEL SECURITY', name);
  IF NOT is_partition THEN
    EXECUTE format('CREATE POLICY keeper ON pos.%I TO pos_keeper USING (true) WITH CHECK (true)', name);
    IF has_store THEN
      EXECUTE format(
        'CREATE POLICY own_store ON pos.%I TO pos_worker
           USING (store_id = (SELECT pos.store_id())) WITH CHECK (store_id = (SELECT pos.store_id()))', name);
    END IF;
  END IF;
END
$$;

SELECT pos.close_rows(
  c.relname, c.relispartition,
  EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'store_id')
    AND c.relname NOT IN ('tokens', 'store_codes'))
FROM pg_class c
WHERE c.relnamespace = 'pos'::regnamespace AND c.relkind IN ('r', 'p');

CREATE POLICY own_store ON pos.stores TO pos_worker USING (id = (SELECT pos.store_id()));

GRANT SELECT ON pos.stores, pos.context_key TO pos_keeper;
GRANT SELECT, INSERT, UPDATE ON pos.lanes, pos.tokens, pos.store_codes, pos.feed_heads, pos.feed, pos.versions TO pos_keeper;
GRANT SELECT ON pos.products, pos.product_barcodes, pos.discount_rules, pos.pos_config TO pos_keeper;

GRANT SELECT ON pos.stores, pos.feed, pos.feed_heads TO pos_worker;
GRANT SELECT, INSERT ON
  pos.event_log, pos.transactions, pos.transaction_items, pos.transaction_taxes, pos.transaction_tenders, pos.inventory_changes
  TO pos_worker;
GRANT SELECT, INSERT, UPDATE ON
  pos.lanes, pos.stream, pos.inventory, pos.products, pos.discount_rules, pos.pos_config, pos.employees, pos.versions TO pos_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON pos.product_barcodes, pos.parked TO pos_worker;

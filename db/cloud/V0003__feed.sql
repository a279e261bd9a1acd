-- What is changed in the catalogue, the rules and the settings reaches the lanes, whoever changes it and however: triggers write the feed.
--
-- Whoever changes something takes a lock before the first row: by hand the whole of it, an ingest its share and its store's own. So
-- numbers are given in the order of the commits, and no two wait for each other's rows.

CREATE FUNCTION pos.before_change() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
  IF current_user = 'pos_worker' THEN
    PERFORM pg_advisory_xact_lock_shared(7067, 1);
    PERFORM set_config('pos.writer', 'lane', true);
  ELSE
    PERFORM pg_advisory_xact_lock(7067, 1);
    PERFORM set_config('pos.writer', 'hand', true);
  END IF;
  RETURN NULL;
END
$$;

-- The stamp's time of a change made here: now, but after that of the version which it replaces, whatever clock made that.
CREATE FUNCTION pos.later_hlc(before text) RETURNS text LANGUAGE plpgsql VOLATILE
  SET search_path = pos, pg_temp
AS $$
DECLARE
  now_hlc text := lpad(to_hex(now_millis()), 12, '0') || '-0000';
  millis bigint;
  counter int;
BEGIN
  IF before IS NULL OR before = '' OR before COLLATE "C" < now_hlc COLLATE "C" THEN
    RETURN now_hlc;
  END IF;
  millis := ('x' || lpad(left(before, 12), 16, '0'))::bit(64)::bigint;
  counter := ('x' || lpad(right(before, 4), 8, '0'))::bit(32)::int;
  IF counter < 65535 THEN
    RETURN left(before, 13) || lpad(to_hex(counter + 1), 4, '0');
  END IF;
  RETURN lpad(to_hex(millis + 1), 12, '0') || '-0000';
END
$$;

-- A change made here has seen what it replaces, so it wins and nobody has to review it.
CREATE FUNCTION pos.stamp(stores uuid[], aggs text[]) RETURNS void LANGUAGE sql VOLATILE
  SET search_path = pos, pg_temp
AS $$
  INSERT INTO versions AS v (store_id, agg, part, hlc, node, base, rival)
  SELECT t.store_id, t.agg, '', later_hlc(b.hlc), 'cloud',
         coalesce(b.hlc || ' ' || b.node, ''), coalesce(b.hlc || ' ' || b.node, '')
  FROM unnest(stores, aggs) AS t (store_id, agg)
  LEFT JOIN versions b ON b.store_id = t.store_id AND b.agg = t.agg AND b.part = ''
  ON CONFLICT (store_id, agg, part) DO UPDATE
    SET hlc = excluded.hlc, node = excluded.node, base = excluded.base, rival = excluded.rival
$$;

-- How a thing is now, in the words of the messages; null where it is gone.
CREATE FUNCTION pos.body(a_kind text, store uuid, thing text) RETURNS jsonb LANGUAGE plpgsql STABLE
  SET search_path = pos, pg_temp
AS $$
DECLARE
  result jsonb;
BEGIN
  IF a_kind = 'product' THEN
    SELECT jsonb_build_object(
      'id', p.id, 'sku', p.sku, 'name', p.name, 'category', p.category, 'sizeMillilitres', p.size_millilitres,
      'priceCents', p.price_cents, 'caseSize', p.case_size, 'taxCategory', p.tax_category, 'active', p.is_active,
      'barcodes', coalesce((SELECT jsonb_object_agg(b.barcode, b.pack_size) FROM product_barcodes b
                            WHERE b.store_id = store AND b.product_id = p.id), '{}'),
      'updatedAt', p.updated_at)
    INTO result FROM products p WHERE p.store_id = store AND p.id = thing;
  ELSIF a_kind = 'discount_rule' THEN
    SELECT jsonb_build_object(
      'id', r.id, 'scope', r.scope, 'category', r.category, 'size', r.size, 'percentPpm', r.percent,
      'fixedAmount', r.fixed_amount, 'employeeApprovalRequired', r.employee_approval_required, 'active', r.is_active,
      'updatedAt', r.updated_at)
    INTO result FROM discount_rules r WHERE r.store_id = store AND r.id = thing;
  ELSE
    -- The value as a text, because lanes keep it character by character.
    SELECT jsonb_build_object('key', c.key, 'value', c.value, 'updatedAt', c.updated_at)
    INTO result FROM pos_config c WHERE c.store_id = store AND c.key = thing;
  END IF;
  RETURN result;
END
$$;

-- Numbers the changes and keeps how the things are now. The head's row is held until the commit.
CREATE FUNCTION pos.publish(a_kind text, stores uuid[], ids text[]) RETURNS void LANGUAGE plpgsql VOLATILE
  SET search_path = pos, pg_temp
AS $$
DECLARE
  store uuid;
  things text[];
  last bigint;
BEGIN
  FOR store, things IN
    SELECT t.store_id, array_agg(DISTINCT t.id) FROM unnest(stores, ids) AS t (store_id, id) GROUP BY 1 ORDER BY 1
  LOOP
    INSERT INTO feed_heads AS h (store_id, feed_epoch, seq)
    VALUES (store, left(md5(gen_random_uuid()::text), 16), cardinality(things))
    ON CONFLICT (store_id) DO UPDATE SET seq = h.seq + excluded.seq
    RETURNING seq INTO last;
    UPDATE feed f SET latest = false WHERE f.store_id = store AND f.kind = a_kind AND f.id = ANY (things) AND f.latest;
    INSERT INTO feed (store_id, seq, kind, id, deleted, body, at)
    SELECT store, last - cardinality(things) + t.place, a_kind, t.id, n.body IS NULL,
           coalesce(n.body, jsonb_build_object(CASE a_kind WHEN 'pos_config' THEN 'key' ELSE 'id' END, t.id))
             || jsonb_build_object(
                  'stamp', coalesce(v.hlc || ' ' || v.node, ''), 'base', coalesce(v.base, ''), 'rival', coalesce(v.rival, '')),
           now_millis()
    FROM unnest(things) WITH ORDINALITY AS t (id, place)
    CROSS JOIN LATERAL body(a_kind, store, t.id) AS n (body)
    LEFT JOIN versions v ON v.store_id = store AND v.agg = a_kind || ':' || t.id AND v.part = '';
    PERFORM pg_notify('pos_feed', store::text);
  END LOOP;
END
$$;

-- An ingest publishes once it has written a thing whole; here are changes by hand, whatever program made them.
CREATE FUNCTION pos.after_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
DECLARE
  stores uuid[];
  ids text[];
  sources text := CASE TG_OP WHEN 'INSERT' THEN 'SELECT * FROM new_rows'
                             WHEN 'DELETE' THEN 'SELECT * FROM old_rows'
                             ELSE 'SELECT * FROM new_rows UNION ALL SELECT * FROM old_rows' END;
BEGIN
  IF current_setting('pos.writer', true) IS DISTINCT FROM 'lane' THEN
    EXECUTE format(
      'SELECT array_agg(store_id), array_agg(id) FROM (SELECT DISTINCT store_id, %I AS id FROM (%s) s) d', TG_ARGV[1], sources)
      INTO stores, ids;
    IF ids IS NOT NULL THEN
      PERFORM stamp(stores, (SELECT array_agg(TG_ARGV[0] || ':' || t.id ORDER BY place)
                             FROM unnest(ids) WITH ORDINALITY AS t (id, place)));
      PERFORM publish(TG_ARGV[0], stores, ids);
    END IF;
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION pos.touch_row() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
  IF current_user <> 'pos_worker' THEN
    NEW.updated_at := pos.now_millis();
  END IF;
  RETURN NEW;
END
$$;

DO $$
DECLARE
  t record;
  event text;
BEGIN
  FOR t IN SELECT * FROM (VALUES
    ('products', 'product', 'id'), ('product_barcodes', 'product', 'product_id'),
    ('discount_rules', 'discount_rule', 'id'), ('pos_config', 'pos_config', 'key')) AS v (name, kind, key)
  LOOP
    EXECUTE format('CREATE TRIGGER before_change BEFORE INSERT OR UPDATE OR DELETE ON pos.%I
                    FOR EACH STATEMENT EXECUTE FUNCTION pos.before_change()', t.name);
    EXECUTE format('CREATE TRIGGER touch_row BEFORE UPDATE ON pos.%I FOR EACH ROW EXECUTE FUNCTION pos.touch_row()', t.name);
    FOREACH event IN ARRAY ARRAY['INSERT', 'UPDATE', 'DELETE'] LOOP
      EXECUTE format('CREATE TRIGGER after_%s AFTER %s ON pos.%I REFERENCING %s FOR EACH STATEMENT
                      EXECUTE FUNCTION pos.after_change(%L, %L)', lower(event), event, t.name,
                     CASE event WHEN 'INSERT' THEN 'NEW TABLE AS new_rows' WHEN 'DELETE' THEN 'OLD TABLE AS old_rows'
                                ELSE 'NEW TABLE AS new_rows OLD TABLE AS old_rows' END, t.kind, t.key);
    END LOOP;
  END LOOP;
END
$$;

-- TRUNCATE would go past all of this.
CREATE FUNCTION pos.refuse() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON pos.products FOR EACH STATEMENT
  EXECUTE FUNCTION pos.refuse('Lanes would not hear of it: delete the rows.');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON pos.product_barcodes FOR EACH STATEMENT
  EXECUTE FUNCTION pos.refuse('Lanes would not hear of it: delete the rows.');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON pos.discount_rules FOR EACH STATEMENT
  EXECUTE FUNCTION pos.refuse('Lanes would not hear of it: delete the rows.');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON pos.pos_config FOR EACH STATEMENT
  EXECUTE FUNCTION pos.refuse('Lanes would not hear of it: delete the rows.');

-- On-hand is a sum: nobody sets it.
CREATE FUNCTION pos.only_by_changes() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
  IF current_user <> 'pos_worker' THEN
    RAISE EXCEPTION 'On-hand is the sum of pos.inventory_changes and is not set by hand.' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER only_by_changes BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON pos.inventory FOR EACH STATEMENT
  EXECUTE FUNCTION pos.only_by_changes();

-- What an event does to the tables. These functions run as pos_worker, called by pos_api.ingest(); an event that breaks a rule raises an
-- error of the classes 22, 23 or POS01, which parks it, and every other error fails the request, so that it is tried again.

-- A field as the chain covers it, led by its length.
CREATE FUNCTION pos.chunk(field text) RETURNS bytea LANGUAGE sql STABLE
  RETURN int4send(octet_length(convert_to(field, 'UTF8'))) || convert_to(field, 'UTF8');

-- The link that chunks make after a previous one: the chain of the lanes, computed here anew.
CREATE FUNCTION pos.link_chunks(previous text, chunks bytea) RETURNS text LANGUAGE sql STABLE
  RETURN left(encode(sha256(convert_to(previous, 'UTF8') || chunks), 'hex'), 32);

-- The link that an event makes.
CREATE FUNCTION pos.link_event(previous text, e jsonb) RETURNS text LANGUAGE sql STABLE
  RETURN pos.link_chunks(
    previous,
    pos.chunk(e ->> 'id') || pos.chunk(e ->> 'topic') || pos.chunk(e ->> 'origin') || pos.chunk(e ->> 'epoch') || pos.chunk(e ->> 'seq')
      || pos.chunk(e ->> 'txg') || pos.chunk(e ->> 'agg') || pos.chunk(e ->> 'hlc') || pos.chunk(e ->> 'ts') || pos.chunk(e ->> 'actor')
      || pos.chunk(e ->> 'schema') || pos.chunk(e ->> 'payload'));

CREATE FUNCTION pos.park(reason text) RETURNS void LANGUAGE plpgsql
AS $$
BEGIN
  RAISE EXCEPTION '%', reason USING ERRCODE = 'POS01';
END
$$;

-- Fields, read strictly: a number that stands in quotes is none.
CREATE FUNCTION pos.field(o jsonb, name text, kind text) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE
AS $$
BEGIN
  IF jsonb_typeof(o -> name) IS DISTINCT FROM kind THEN
    RAISE EXCEPTION '% is %', name, CASE WHEN o ? name THEN 'not a ' || kind ELSE 'missing' END USING ERRCODE = 'POS01';
  END IF;
  RETURN o -> name;
END
$$;

-- These are asked a hundred times for each sale, so they are expressions that PostgreSQL puts in their place.
CREATE FUNCTION pos.text_of(o jsonb, name text) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN CASE WHEN jsonb_typeof(o -> name) = 'string' THEN o ->> name ELSE pos.field(o, name, 'string') #>> '{}' END;

CREATE FUNCTION pos.flag_of(o jsonb, name text) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN CASE WHEN jsonb_typeof(o -> name) = 'boolean' THEN (o ->> name)::boolean
              ELSE (pos.field(o, name, 'boolean') #>> '{}')::boolean END;

-- 1.0 is a whole number to JSON and no form of ours: the cast refuses it.
CREATE FUNCTION pos.number_of(o jsonb, name text) RETURNS bigint LANGUAGE sql IMMUTABLE
  RETURN CASE WHEN jsonb_typeof(o -> name) = 'number' THEN (o ->> name)::bigint
              ELSE (pos.field(o, name, 'number') #>> '{}')::bigint END;

-- A day as it is written; 'today', which means another one tomorrow, is none.
CREATE FUNCTION pos.day_of(o jsonb, name text) RETURNS date LANGUAGE plpgsql IMMUTABLE
AS $$
BEGIN
  IF pos.text_of(o, name) !~ '^\d{4}-\d\d-\d\d$' THEN
    PERFORM pos.park(name || ' is no day');
  END IF;
  RETURN make_date(left(o ->> name, 4)::int, substr(o ->> name, 6, 2)::int, right(o ->> name, 2)::int);
END
$$;

-- Who made an edit: the lane, and in which opening, because two openings of one lane may have told the same time.
CREATE FUNCTION pos.author(event jsonb) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN (event ->> 'origin') || ':' || (event ->> 'epoch');

-- Takes an edit into the version of a part; true where it is shown from now on. Three maxima, so the order of arrival does not matter.
CREATE FUNCTION pos.take_edit(a_agg text, a_part text, an_hlc text, a_node text, a_base text) RETURNS boolean LANGUAGE plpgsql
AS $$
DECLARE
  store uuid := pos.store_id();
  stamp text COLLATE "C" := an_hlc || ' ' || a_node;
  seen pos.versions;
  shown text COLLATE "C";
BEGIN
  IF an_hlc !~ '^[0-9a-f]{12}-[0-9a-f]{4}$' THEN
    PERFORM pos.park('The hybrid time is not 12 hex digits, a dash and 4.');
  END IF;
  IF a_base !~ '^([0-9a-f]{12}-[0-9a-f]{4} \S{1,100})?$' THEN
    PERFORM pos.park('The base names no edit.');
  END IF;
  SELECT * INTO seen FROM pos.versions v WHERE v.store_id = store AND v.agg = a_agg AND v.part = a_part;
  IF NOT FOUND THEN
    INSERT INTO pos.versions (store_id, agg, part, hlc, node, base, rival) VALUES (store, a_agg, a_part, an_hlc, a_node, a_base, '');
    RETURN true;
  END IF;
  shown := seen.hlc || ' ' || seen.node;
  IF stamp > shown THEN
    UPDATE pos.versions v SET hlc = an_hlc, node = a_node, base = a_base, rival = shown
    WHERE v.store_id = store AND v.agg = a_agg AND v.part = a_part;
    RETURN true;
  END IF;
  IF stamp < shown AND stamp > seen.rival THEN
    UPDATE pos.versions v SET rival = stamp WHERE v.store_id = store AND v.agg = a_agg AND v.part = a_part;
  END IF;
  RETURN false;
END
$$;

-- Whether the shown edit's author had not seen the highest that lost.
CREATE FUNCTION pos.needs_review(a_agg text) RETURNS boolean LANGUAGE sql STABLE
AS $$
  SELECT coalesce((SELECT v.rival > v.base FROM pos.versions v
                   WHERE v.store_id = pos.store_id() AND v.agg = a_agg AND v.part = ''), false)
$$;

-- Publishes things of the transaction's own store.
CREATE FUNCTION pos.publish_own(a_kind text, ids text[]) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
  SELECT publish(a_kind, array_fill(store_id(), ARRAY[cardinality(ids)]), ids) WHERE cardinality(ids) > 0 AND store_id() IS NOT NULL
$$;

-- Sales ------------------------------------------------------------------------------------------------------------------

-- What was sold, in the lane's form: a repeated sale may have another time and other cash.
CREATE FUNCTION pos.content_hash(sale jsonb) RETURNS text LANGUAGE plpgsql STABLE
AS $$
DECLARE
  items jsonb := pos.field(sale, 'items', 'array');
  total text := pos.number_of(sale, 'total');
BEGIN
  RETURN (
    SELECT pos.link_chunks(
      repeat('0', 32),
      coalesce(string_agg(pos.chunk(i.line) || pos.chunk(i.product) || pos.chunk(i.amount), ''::bytea), ''::bytea) || pos.chunk(total))
    FROM (
      SELECT pos.number_of(item, 'lineNumber') || CASE WHEN pos.flag_of(item, 'voided') THEN 'v' ELSE 's' END AS line,
             pos.text_of(item, 'productId') AS product,
             pos.number_of(item, 'quantity') || 'x' || pos.number_of(item, 'packSize') || 'x' || pos.number_of(item, 'unitPrice') AS amount
      FROM jsonb_array_elements(items) AS e (item)
      OFFSET 0) i);
END
$$;

-- Writes sales of which none is stored yet, each with its lines; an error where one breaks a rule.
CREATE FUNCTION pos.store_sales(store uuid, ids uuid[], sales jsonb[], contents text[]) RETURNS void LANGUAGE plpgsql
AS $$
BEGIN
  INSERT INTO pos.transactions (
    store_id, id, receipt_number, workstation_id, status, opened_by, opened_at, operator_id, operator_name, completed_at,
    business_day, subtotal_cents, tax_cents, total_cents, item_count, content_hash)
  SELECT store, s.id, pos.text_of(s.o, 'receiptNumber'), pos.text_of(s.o, 'workstationId'), 'COMPLETED',
         coalesce(s.o ->> 'openedBy', pos.text_of(s.o, 'operatorId')), pos.number_of(s.o, 'openedAt'),
         pos.text_of(s.o, 'operatorId'), pos.text_of(s.o, 'operatorName'), pos.number_of(s.o, 'completedAt'),
         pos.day_of(s.o, 'businessDay'), pos.number_of(s.o, 'subtotal'), pos.number_of(s.o, 'tax'),
         pos.number_of(s.o, 'total'),
         (SELECT coalesce(sum(pos.number_of(i, 'quantity')), 0) FROM jsonb_array_elements(s.o -> 'items') AS e (i)
          WHERE NOT pos.flag_of(i, 'voided')),
         s.content
  FROM unnest(ids, sales, contents) AS s (id, o, content);
  INSERT INTO pos.transaction_items (
    store_id, transaction_id, line_number, product_id, sku, name, category, size_millilitres, pack_size, quantity, unit_price_cents,
    extended_cents, tax_category, code, voided, voided_by, regular_price_cents, price_reason, price_changed_by, price_approved_by)
  SELECT store, s.id, pos.number_of(i, 'lineNumber'), pos.text_of(i, 'productId'), pos.text_of(i, 'sku'), pos.text_of(i, 'name'),
         pos.text_of(i, 'category'), pos.number_of(i, 'sizeMillilitres'), pos.number_of(i, 'packSize'),
         pos.number_of(i, 'quantity'), pos.number_of(i, 'unitPrice'), pos.number_of(i, 'extendedAmount'),
         pos.text_of(i, 'taxCategory'), pos.text_of(i, 'code'), pos.flag_of(i, 'voided'), pos.text_of(i, 'voidedBy'),
         CASE WHEN i ? 'regularPrice' THEN pos.number_of(i, 'regularPrice') ELSE 0 END,
         CASE WHEN i ? 'regularPrice' THEN pos.text_of(i, 'priceReason') ELSE '' END,
         CASE WHEN i ? 'regularPrice' THEN pos.text_of(i, 'priceChangedBy') ELSE '' END,
         CASE WHEN i ? 'regularPrice' THEN pos.text_of(i, 'priceApprovedBy') ELSE '' END
  FROM unnest(ids, sales) AS s (id, o) CROSS JOIN LATERAL jsonb_array_elements(s.o -> 'items') AS e (i);
  INSERT INTO pos.transaction_taxes (store_id, transaction_id, line_number, category, rate_ppm, taxable_cents, tax_cents)
  SELECT store, s.id, e.place, pos.text_of(x, 'category'), pos.number_of(x, 'ratePpm'), pos.number_of(x, 'taxable'),
         pos.number_of(x, 'amount')
  FROM unnest(ids, sales) AS s (id, o)
  CROSS JOIN LATERAL jsonb_array_elements(pos.field(s.o, 'taxes', 'array')) WITH ORDINALITY AS e (x, place);
  INSERT INTO pos.transaction_tenders (store_id, transaction_id, line_number, type, tendered_cents, change_cents)
  SELECT store, s.id, e.place, pos.text_of(x, 'type'), pos.number_of(x, 'tendered'), pos.number_of(x, 'change')
  FROM unnest(ids, sales) AS s (id, o)
  CROSS JOIN LATERAL jsonb_array_elements(pos.field(s.o, 'tenders', 'array')) WITH ORDINALITY AS e (x, place);
END
$$;

CREATE FUNCTION pos.apply_sale(store uuid, about text, sale jsonb) RETURNS text LANGUAGE plpgsql
AS $$
DECLARE
  sale_id uuid := pos.text_of(sale, 'id')::uuid;
  content text := pos.content_hash(sale);
  known text;
BEGIN
  IF about <> 'transaction:' || sale_id THEN
    PERFORM pos.park('id is not what the event is about');
  END IF;
  IF jsonb_array_length(sale -> 'items') NOT BETWEEN 1 AND 1000 THEN
    PERFORM pos.park('items has ' || jsonb_array_length(sale -> 'items') || ' lines');
  END IF;
  SELECT t.content_hash INTO known FROM pos.transactions t WHERE t.store_id = store AND t.id = sale_id;
  IF FOUND THEN
    IF known <> content THEN
      PERFORM pos.park('The sale ' || sale_id || ' is stored already with another content.');
    END IF;
    RETURN 'duplicate';
  END IF;
  PERFORM pos.store_sales(store, ARRAY[sale_id], ARRAY[sale], ARRAY[content]);
  RETURN 'applied';
END
$$;

CREATE FUNCTION pos.apply_stock(store uuid, about text, o jsonb) RETURNS text LANGUAGE plpgsql
AS $$
DECLARE
  product text := pos.text_of(o, 'productId');
  amount bigint := pos.number_of(o, 'change');
  why text := pos.text_of(o, 'reason');
  sale text := CASE WHEN o ? 'transactionId' THEN pos.text_of(o, 'transactionId') ELSE '' END;
  happened bigint := pos.number_of(o, 'createdAt');
  inserted uuid;
BEGIN
  IF about <> 'product:' || product THEN
    PERFORM pos.park('productId is not what the event is about');
  END IF;
  INSERT INTO pos.inventory_changes (store_id, id, product_id, change_amount, reason, transaction_id, created_at)
  VALUES (store, pos.text_of(o, 'changeId')::uuid, product, amount, why, sale, happened)
  ON CONFLICT (store_id, id) DO NOTHING
  RETURNING id INTO inserted;
  IF inserted IS NULL THEN
    IF NOT EXISTS (SELECT FROM pos.inventory_changes c
                   WHERE c.store_id = store AND c.id = (o ->> 'changeId')::uuid AND c.product_id = product
                     AND c.change_amount = amount AND c.reason = why AND c.transaction_id = sale) THEN
      PERFORM pos.park('The change ' || (o ->> 'changeId') || ' is stored already with another content.');
    END IF;
    RETURN 'duplicate';
  END IF;
  INSERT INTO pos.inventory AS i (store_id, product_id, on_hand, sold_count, updated_at)
  VALUES (store, product, amount, (why = 'sale')::int, happened)
  ON CONFLICT (store_id, product_id) DO UPDATE SET
    on_hand = i.on_hand + excluded.on_hand, sold_count = i.sold_count + excluded.sold_count,
    updated_at = greatest(i.updated_at, excluded.updated_at);
  RETURN 'applied';
END
$$;

-- Edits ------------------------------------------------------------------------------------------------------------------

CREATE FUNCTION pos.apply_products(store uuid, event jsonb, o jsonb) RETURNS text LANGUAGE plpgsql
AS $$
DECLARE
  products jsonb := pos.field(o, 'products', 'array');
  happened bigint := pos.number_of(o, 'updatedAt');
  p jsonb;
  product text;
  won text[] := '{}';
BEGIN
  IF event ->> 'topic' = 'product:upsert'
    AND (jsonb_array_length(products) <> 1 OR event ->> 'agg' <> 'product:' || pos.text_of(products -> 0, 'id')) THEN
    PERFORM pos.park('products is not the one that the event is about');
  END IF;
  FOR p IN SELECT value FROM jsonb_array_elements(products) LOOP
    product := pos.text_of(p, 'id');
    IF pos.take_edit('product:' || product, '', event ->> 'hlc', pos.author(event), pos.text_of(p, 'base')) THEN
      won := won || product;
      INSERT INTO pos.products (store_id, id, sku, name, category, size_millilitres, price_cents, case_size, tax_category, is_active,
                                updated_at)
      VALUES (store, product, pos.text_of(p, 'sku'), pos.text_of(p, 'name'), pos.text_of(p, 'category'),
              pos.number_of(p, 'sizeMillilitres'), pos.number_of(p, 'priceCents'), pos.number_of(p, 'caseSize'),
              pos.text_of(p, 'taxCategory'), pos.flag_of(p, 'active'), happened)
      ON CONFLICT (store_id, id) DO UPDATE SET
        sku = excluded.sku, name = excluded.name, category = excluded.category, size_millilitres = excluded.size_millilitres,
        price_cents = excluded.price_cents, case_size = excluded.case_size, tax_category = excluded.tax_category,
        is_active = excluded.is_active, updated_at = excluded.updated_at;
      DELETE FROM pos.product_barcodes b
      WHERE b.store_id = store AND b.product_id = product AND NOT pos.field(p, 'barcodes', 'object') ? b.barcode;
      INSERT INTO pos.product_barcodes (store_id, barcode, product_id, pack_size, updated_at)
      SELECT store, key, product, pos.number_of(p -> 'barcodes', key), happened FROM jsonb_object_keys(p -> 'barcodes') AS k (key)
      ON CONFLICT (store_id, product_id, barcode) DO UPDATE SET pack_size = excluded.pack_size, updated_at = excluded.updated_at;
    END IF;
    UPDATE pos.products x SET needs_review = NOT x.needs_review
    WHERE x.store_id = store AND x.id = product AND x.needs_review <> pos.needs_review('product:' || product);
  END LOOP;
  PERFORM pos.publish_own('product', won);
  RETURN 'applied';
END
$$;

CREATE FUNCTION pos.apply_rule(store uuid, event jsonb, o jsonb) RETURNS text LANGUAGE plpgsql
AS $$
DECLARE
  rule text := pos.text_of(o, 'id');
  about text := 'discount_rule:' || rule;
BEGIN
  IF event ->> 'agg' <> about THEN
    PERFORM pos.park('id is not what the event is about');
  END IF;
  IF pos.take_edit(about, '', event ->> 'hlc', pos.author(event), pos.text_of(o, 'base')) THEN
    INSERT INTO pos.discount_rules (store_id, id, scope, category, size, percent, fixed_amount, employee_approval_required, is_active,
                                    updated_at)
    VALUES (store, rule, pos.text_of(o, 'scope'), pos.text_of(o, 'category'), pos.text_of(o, 'size'), pos.number_of(o, 'percentPpm'),
            pos.number_of(o, 'fixedAmount'), pos.flag_of(o, 'employeeApprovalRequired'), pos.flag_of(o, 'active'),
            pos.number_of(o, 'updatedAt'))
    ON CONFLICT (store_id, id) DO UPDATE SET
      scope = excluded.scope, category = excluded.category, size = excluded.size, percent = excluded.percent,
      fixed_amount = excluded.fixed_amount, employee_approval_required = excluded.employee_approval_required,
      is_active = excluded.is_active, updated_at = excluded.updated_at;
    PERFORM pos.publish_own('discount_rule', ARRAY[rule]);
  END IF;
  UPDATE pos.discount_rules x SET needs_review = NOT x.needs_review
  WHERE x.store_id = store AND x.id = rule AND x.needs_review <> pos.needs_review(about);
  RETURN 'applied';
END
$$;

-- The payload's own text has the value character by character; jsonb would write 1.50 as it is and "a": as "a" :, so it is cut out.
CREATE FUNCTION pos.apply_config(store uuid, event jsonb, payload text) RETURNS text LANGUAGE plpgsql
AS $$
DECLARE
  o json := payload::json;
  config_key text := pos.text_of(payload::jsonb, 'key');
BEGIN
  IF event ->> 'agg' <> 'pos_config:' || config_key THEN
    PERFORM pos.park('key is not what the event is about');
  END IF;
  IF config_key = 'recovery_verifier' THEN
    PERFORM pos.park('The setting ' || config_key || ' belongs to a lane.');
  END IF;
  -- Each lane says at its set-up whether it is a demo; that is its own affair, but what it was written with is not.
  IF config_key = 'demo' THEN
    RETURN 'applied';
  END IF;
  IF o -> 'value' IS NULL THEN
    PERFORM pos.park('value is missing');
  END IF;
  IF pos.take_edit('pos_config:' || config_key, '', event ->> 'hlc', pos.author(event), pos.text_of(payload::jsonb, 'base')) THEN
    INSERT INTO pos.pos_config (store_id, key, value, updated_at)
    VALUES (store, config_key, (o -> 'value')::text, pos.number_of(payload::jsonb, 'updatedAt'))
    ON CONFLICT (store_id, key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at;
    PERFORM pos.publish_own('pos_config', ARRAY[config_key]);
  END IF;
  RETURN 'applied';
END
$$;

-- A deactivation holds against everything but a reactivation that had seen it: stamp and base of the part "active" are the highest
-- deactivation, and the highest that a reactivation had seen.
CREATE FUNCTION pos.take_active(a_agg text, active boolean, stamp text, a_base text) RETURNS boolean LANGUAGE plpgsql
AS $$
DECLARE
  store uuid := pos.store_id();
  deactivated text COLLATE "C" := '';
  seen text COLLATE "C" := '';
BEGIN
  SELECT trim(v.hlc || ' ' || v.node), v.base INTO deactivated, seen
  FROM pos.versions v WHERE v.store_id = store AND v.agg = a_agg AND v.part = 'active';
  deactivated := greatest(coalesce(deactivated, ''), CASE WHEN active THEN '' ELSE stamp END COLLATE "C");
  seen := greatest(coalesce(seen, ''), CASE WHEN active THEN a_base ELSE '' END COLLATE "C");
  INSERT INTO pos.versions (store_id, agg, part, hlc, node, base, rival)
  VALUES (store, a_agg, 'active', split_part(deactivated, ' ', 1), split_part(deactivated, ' ', 2), seen, '')
  ON CONFLICT (store_id, agg, part) DO UPDATE SET hlc = excluded.hlc, node = excluded.node, base = excluded.base;
  RETURN seen >= deactivated;
END
$$;

CREATE FUNCTION pos.apply_employee(store uuid, event jsonb, o jsonb) RETURNS text LANGUAGE plpgsql
AS $$
DECLARE
  person text := pos.text_of(o, 'id');
  about text := 'employee:' || person;
  bases jsonb := pos.field(o, 'base', 'object');
  parts jsonb := pos.field(o, 'parts', 'array');
  new_person boolean := parts ? 'person' AND pos.take_edit(
    about, 'person', event ->> 'hlc', pos.author(event), pos.text_of(bases, 'person'));
  now_active boolean;
BEGIN
  IF event ->> 'agg' <> about THEN
    PERFORM pos.park('id is not what the event is about');
  END IF;
  IF parts ? 'active' THEN
    now_active := pos.take_active(
      about, pos.flag_of(o, 'active'), (event ->> 'hlc') || ' ' || pos.author(event), pos.text_of(bases, 'active'));
  END IF;
  INSERT INTO pos.employees AS e (store_id, id, first_name, last_name, role, is_active, updated_at)
  VALUES (store, person, pos.text_of(o, 'firstName'), pos.text_of(o, 'lastName'), pos.text_of(o, 'role'),
          coalesce(now_active, pos.flag_of(o, 'active')), pos.number_of(o, 'updatedAt'))
  ON CONFLICT (store_id, id) DO UPDATE SET
    first_name = CASE WHEN new_person THEN excluded.first_name ELSE e.first_name END,
    last_name = CASE WHEN new_person THEN excluded.last_name ELSE e.last_name END,
    role = CASE WHEN new_person THEN excluded.role ELSE e.role END,
    is_active = coalesce(now_active, e.is_active),
    updated_at = greatest(e.updated_at, excluded.updated_at);
  RETURN 'applied';
END
$$;

-- What a store tells of its lanes. Nobody is cut off by it: that is up to the owner, see pos_admin.asked_revocations().
CREATE FUNCTION pos.apply_lane(store uuid, event jsonb, o jsonb) RETURNS text LANGUAGE plpgsql
AS $$
DECLARE
  lane text := pos.text_of(o, 'node');
  told text := pos.text_of(o, 'state');
  wins boolean;
BEGIN
  IF event ->> 'agg' <> 'lane:' || lane THEN
    PERFORM pos.park('node is not what the event is about');
  END IF;
  IF told NOT IN ('active', 'retired', 'revoked') THEN
    PERFORM pos.park('state is ' || told);
  END IF;
  wins := pos.take_edit('lane:' || lane, '', event ->> 'hlc', pos.author(event), '');
  INSERT INTO pos.lanes AS l (store_id, node_id, label, state, asked_at, asked_by)
  VALUES (store, lane, pos.text_of(o, 'label'), CASE told WHEN 'retired' THEN told ELSE 'known' END,
          CASE told WHEN 'revoked' THEN pos.now_millis() ELSE 0 END, CASE told WHEN 'revoked' THEN event ->> 'origin' ELSE '' END)
  ON CONFLICT (store_id, node_id) DO UPDATE SET
    label = CASE WHEN wins THEN excluded.label ELSE l.label END,
    state = CASE WHEN l.state <> 'revoked' AND told = 'retired' THEN 'retired' ELSE l.state END,
    asked_at = CASE WHEN l.asked_at = 0 THEN excluded.asked_at ELSE l.asked_at END,
    asked_by = CASE WHEN l.asked_at = 0 THEN excluded.asked_by ELSE l.asked_by END;
  RETURN 'applied';
END
$$;

-- Events -----------------------------------------------------------------------------------------------------------------

CREATE FUNCTION pos.apply(store uuid, event jsonb, payload text) RETURNS text LANGUAGE plpgsql
AS $$
DECLARE
  o jsonb := payload::jsonb;
  topic text := event ->> 'topic';
BEGIN
  IF (event ->> 'schema')::bigint <> 1 THEN
    PERFORM pos.park('The form ' || (event ->> 'schema') || ' of ' || topic || ' is not known here.');
  END IF;
  IF jsonb_typeof(o) <> 'object' THEN
    PERFORM pos.park('The payload is not a JSON object.');
  END IF;
  RETURN CASE topic
    WHEN 'transaction:new' THEN pos.apply_sale(store, event ->> 'agg', o)
    WHEN 'inventory:update' THEN pos.apply_stock(store, event ->> 'agg', o)
    WHEN 'product:upsert' THEN pos.apply_products(store, event, o)
    WHEN 'product:bulk_upsert' THEN pos.apply_products(store, event, o)
    WHEN 'discount_rule:upsert' THEN pos.apply_rule(store, event, o)
    WHEN 'pos_config:update' THEN pos.apply_config(store, event, payload)
    WHEN 'employee:upsert' THEN pos.apply_employee(store, event, o)
    WHEN 'lane:upsert' THEN pos.apply_lane(store, event, o)
    -- Kept in the log; nothing central is made of them.
    WHEN 'sale:suspended' THEN 'applied'
    WHEN 'claim:made' THEN 'applied'
    WHEN 'review:resolved' THEN 'applied'
    WHEN 'journal:head' THEN 'applied'
    ELSE NULL END;
END
$$;

-- Applies the events of one group, which are in the log already: all of them, or none and they are parked. Each has its outcome, and why.
CREATE FUNCTION pos.apply_group(store uuid, events jsonb[], payloads text[], OUT outcomes text[], OUT reasons text[]) LANGUAGE plpgsql
AS $$
DECLARE
  many int := cardinality(events);
  place int := 0;
  why text;
BEGIN
  outcomes := array_fill(NULL::text, ARRAY[many]);
  reasons := array_fill(NULL::text, ARRAY[many]);
  FOR i IN 1..many LOOP
    place := i;
    outcomes[i] := pos.apply(store, events[i], payloads[i]);
    IF outcomes[i] IS NULL THEN
      PERFORM pos.park('The topic ' || (events[i] ->> 'topic') || ' is not known here.');
    END IF;
  END LOOP;
EXCEPTION WHEN data_exception OR integrity_constraint_violation OR program_limit_exceeded OR SQLSTATE 'POS01' THEN
  why := left(SQLERRM, 500);
  outcomes := array_fill('parked'::text, ARRAY[many]);
  reasons := array_fill('group: the event ' || (events[place] ->> 'seq') || ' of the same transaction is parked', ARRAY[many]);
  reasons[place] := why;
END
$$;

-- The first event of a group that came with an earlier batch and is parked: then the rest of it is, too.
CREATE FUNCTION pos.parked_before(store uuid, e jsonb) RETURNS bigint LANGUAGE sql STABLE
AS $$
  SELECT min(p.seq) FROM pos.parked p
  WHERE p.store_id = store AND p.origin = e ->> 'origin' AND p.epoch = e ->> 'epoch' AND p.txg = (e ->> 'txg')::bigint
$$;

-- Applies a group of a batch and parks what has to be. Results in the order of the events.
CREATE FUNCTION pos.settle(store uuid, events jsonb[], payloads text[], OUT outcomes text[], OUT reasons text[]) LANGUAGE plpgsql
AS $$
DECLARE
  before bigint := pos.parked_before(store, events[1]);
BEGIN
  IF before IS NULL THEN
    SELECT g.outcomes, g.reasons INTO outcomes, reasons FROM pos.apply_group(store, events, payloads) g;
  ELSE
    outcomes := array_fill('parked'::text, ARRAY[cardinality(events)]);
    reasons := array_fill('group: the event ' || before || ' of the same transaction is parked', ARRAY[cardinality(events)]);
  END IF;
  IF outcomes[1] = 'parked' THEN
    INSERT INTO pos.parked (store_id, origin, epoch, seq, txg, agg, reason, first_at)
    SELECT store, t.e ->> 'origin', t.e ->> 'epoch', (t.e ->> 'seq')::bigint, (t.e ->> 'txg')::bigint, t.e ->> 'agg', t.reason,
           pos.now_millis()
    FROM unnest(events, reasons) AS t (e, reason);
  END IF;
END
$$;

-- The names that a lane signs people in with are no business of the cloud, should a lane ever send them.
CREATE FUNCTION pos.without_secrets(topic text, payload text) RETURNS text LANGUAGE plpgsql IMMUTABLE
AS $$
DECLARE
  secrets text[] := ARRAY['pinLookup', 'pinHash', 'badgeLookup'];
BEGIN
  IF topic <> 'employee:upsert' OR jsonb_typeof(payload::jsonb) <> 'object' OR NOT payload::jsonb ?| secrets THEN
    RETURN payload;
  END IF;
  RETURN (payload::jsonb - secrets)::text;
EXCEPTION WHEN data_exception OR program_limit_exceeded THEN
  -- What is no JSON, or too deep, is not looked into, so nothing of it is kept.
  RETURN '';
END
$$;

-- Whether an event has the form of one: what malformed() finds in detail, as an expression; null is no. Counted repetitions would make
-- a pattern some ten times as slow as a length beside it.
CREATE FUNCTION pos.well_formed(e jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN jsonb_typeof(e -> 'id') || jsonb_typeof(e -> 'topic') || jsonb_typeof(e -> 'origin') || jsonb_typeof(e -> 'epoch')
      || jsonb_typeof(e -> 'agg') || jsonb_typeof(e -> 'hlc') || jsonb_typeof(e -> 'actor') || jsonb_typeof(e -> 'hash')
      || jsonb_typeof(e -> 'payload') = 'stringstringstringstringstringstringstringstringstring'
    AND jsonb_typeof(e -> 'seq') || jsonb_typeof(e -> 'txg') || jsonb_typeof(e -> 'ts') || jsonb_typeof(e -> 'schema')
      = 'numbernumbernumbernumber'
    AND (e ->> 'id') || (e ->> 'origin') || (e ->> 'hash') || coalesce(e ->> 'previous', '') ~ '^[0-9a-f-]+$'
    AND (e ->> 'seq') || (e ->> 'txg') || (e ->> 'ts') || (e ->> 'schema') ~ '^[1-9][0-9]+$'
    AND e ->> 'id' ~ '^[^-]+-[^-]+-[^-]+-[^-]+-[^-]+$' AND substr(e ->> 'id', 9, 16) LIKE '-____-____-____-' AND char_length(e ->> 'id') = 36
    AND char_length(e ->> 'origin') = 64 AND position('-' IN e ->> 'origin') = 0
    AND char_length(e ->> 'hash') = 32 AND position('-' IN e ->> 'hash') = 0
    AND char_length(e ->> 'epoch') = 26 AND e ->> 'epoch' ~ '^[0-9A-Z]+$'
    AND char_length(e ->> 'seq') <= 18 AND char_length(e ->> 'txg') <= 18 AND char_length(e ->> 'ts') <= 18
    AND char_length(e ->> 'schema') <= 9
    AND char_length(e ->> 'topic') BETWEEN 1 AND 100 AND char_length(e ->> 'agg') BETWEEN 1 AND 255
    AND char_length(e ->> 'hlc') BETWEEN 1 AND 40 AND char_length(e ->> 'actor') <= 200
    AND (NOT e ? 'previous' OR char_length(e ->> 'previous') = 32 AND position('-' IN e ->> 'previous') = 0)
    AND (NOT e ? 'redacted' OR jsonb_typeof(e -> 'redacted') = 'boolean');

-- What is wrong with the form of an event, or null.
CREATE FUNCTION pos.malformed(e jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE
AS $$
DECLARE
  f record;
BEGIN
  IF pos.well_formed(e) THEN
    RETURN NULL;
  END IF;
  IF jsonb_typeof(e) IS DISTINCT FROM 'object' THEN
    RETURN 'The event is not an object.';
  END IF;
  FOR f IN SELECT * FROM (VALUES
    ('id', 'string', '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'), ('topic', 'string', '^.{1,100}$'),
    ('origin', 'string', '^[0-9a-f]{64}$'), ('epoch', 'string', '^[0-9A-Z]{26}$'), ('seq', 'number', '^[1-9][0-9]{0,17}$'),
    ('txg', 'number', '^[0-9]{1,18}$'), ('agg', 'string', '^.{1,255}$'), ('hlc', 'string', '^.{1,40}$'),
    ('ts', 'number', '^[0-9]{1,18}$'), ('actor', 'string', '^.{0,200}$'), ('schema', 'number', '^[0-9]{1,9}$'),
    ('hash', 'string', '^[0-9a-f]{32}$'), ('payload', 'string', '')) AS v (name, kind, form)
  LOOP
    IF jsonb_typeof(e -> f.name) IS DISTINCT FROM f.kind OR e ->> f.name !~ f.form THEN
      RETURN 'The event''s ' || f.name || ' is missing or has another form.';
    END IF;
  END LOOP;
  IF e ? 'previous' AND e ->> 'previous' !~ '^[0-9a-f]{32}$' THEN
    RETURN 'The event''s previous has another form.';
  END IF;
  IF e ? 'redacted' AND jsonb_typeof(e -> 'redacted') <> 'boolean' THEN
    RETURN 'The event''s redacted is neither true nor false.';
  END IF;
  RETURN NULL;
END
$$;

-- Whether a lane is enrolled in another store.
CREATE FUNCTION pos.elsewhere(lane text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
  SELECT EXISTS (SELECT FROM lanes l WHERE l.node_id = lane AND l.enrolled_at > 0 AND l.store_id <> pos.store_id())
$$;

-- Takes one event of a lane's batch into the log, by position and chain: the outcome, or null and the payload as it is kept.
CREATE FUNCTION pos.take(store uuid, bringer text, e jsonb, OUT outcome text, OUT reason text, OUT kept text) LANGUAGE plpgsql
AS $$
DECLARE
  an_origin text := e ->> 'origin';
  an_epoch text := e ->> 'epoch';
  number bigint := (e ->> 'seq')::bigint;
  hidden boolean := coalesce((e ->> 'redacted')::boolean, false);
  at pos.stream;
  logged text;
  before text;
BEGIN
  outcome := 'refused';
  IF pos.elsewhere(an_origin) THEN
    reason := 'origin: a lane of another store';
    RETURN;
  END IF;
  IF hidden AND e ->> 'topic' <> 'employee:upsert' THEN
    reason := 'redacted: only what tells of people may be';
    RETURN;
  END IF;
  SELECT * INTO at FROM pos.stream s WHERE s.store_id = store AND s.origin = an_origin AND s.epoch = an_epoch;
  IF FOUND AND number <= at.applied_seq THEN
    SELECT l.hash INTO logged FROM pos.event_log l
    WHERE l.store_id = store AND l.origin = an_origin AND l.epoch = an_epoch AND l.seq = number;
    IF logged = e ->> 'hash' THEN
      outcome := 'duplicate';
    ELSE
      reason := CASE WHEN logged IS NULL THEN 'gap: before what the stream began with here'
                     ELSE 'differs: another event has this number' END;
    END IF;
    RETURN;
  END IF;
  -- A log whose beginning its lane has purged begins where it does; another lane has to show all of it, or go on from what is here.
  IF at.epoch IS NULL AND (number = 1 OR bringer = an_origin AND e ? 'previous') THEN
    before := coalesce(e ->> 'previous', repeat('0', 32));
  ELSIF at.epoch IS NULL OR number > at.applied_seq + 1 THEN
    reason := 'gap: ' || coalesce(at.applied_seq, 0) || ' is the last one here';
    RETURN;
  ELSE
    before := at.applied_hash;
  END IF;
  -- The hash of an event about a person is over the secrets, too, that stay on the lanes: there it is taken as it is, and the next one's
  -- covers it.
  IF NOT hidden AND pos.link_event(before, e) <> e ->> 'hash' THEN
    reason := 'hash: the event does not continue the chain';
    RETURN;
  END IF;
  IF at.epoch IS NULL THEN
    INSERT INTO pos.lanes (store_id, node_id, state) VALUES (store, an_origin, 'known') ON CONFLICT DO NOTHING;
    INSERT INTO pos.stream (store_id, origin, epoch, applied_seq, applied_hash, previous, since_seq, updated_at)
    VALUES (store, an_origin, an_epoch, number, e ->> 'hash', before, number - 1, pos.now_millis());
  ELSE
    UPDATE pos.stream s SET applied_seq = number, applied_hash = e ->> 'hash', updated_at = pos.now_millis()
    WHERE s.store_id = store AND s.origin = an_origin AND s.epoch = an_epoch;
  END IF;
  kept := pos.without_secrets(e ->> 'topic', e ->> 'payload');
  INSERT INTO pos.event_log (store_id, origin, epoch, seq, id, type, created_at, txg, agg, hlc, actor, schema, hash, bytes, arrived_at,
                             brought_by, redacted, payload)
  VALUES (store, an_origin, an_epoch, number, (e ->> 'id')::uuid, e ->> 'topic', (e ->> 'ts')::bigint, (e ->> 'txg')::bigint,
          e ->> 'agg', e ->> 'hlc', e ->> 'actor', (e ->> 'schema')::bigint, e ->> 'hash', octet_length(e ->> 'payload'),
          pos.now_millis(), bringer, hidden OR kept <> e ->> 'payload', kept);
  outcome := NULL;
END
$$;

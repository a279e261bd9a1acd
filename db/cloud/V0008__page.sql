-- What the web page shows and changes. Each function takes the session, the store, and what is asked as a JSON object. Those that change
-- something take the version that the page saw, and change nothing where it is another by now.

-- Whoever changed a thing last, by the label of the lane; '' where that is not known. A stamp names the lane, and which opening of it.
CREATE FUNCTION pos_web.author(version text) RETURNS text LANGUAGE sql STABLE
AS $$
  SELECT CASE split_part(version, ' ', 2) WHEN '' THEN '' WHEN 'cloud' THEN 'somebody in the cloud'
    ELSE coalesce((SELECT 'lane ' || l.label FROM pos.lanes l
                   WHERE l.store_id = pos.store_id() AND l.node_id = split_part(split_part(version, ' ', 2), ':', 1) AND l.label <> ''), 'a lane') END
$$;

CREATE FUNCTION pos_web.version(agg text) RETURNS text LANGUAGE sql STABLE
AS $$
  SELECT coalesce((SELECT v.hlc || ' ' || v.node FROM pos.versions v
                   WHERE v.store_id = pos.store_id() AND v.agg = version.agg AND v.part = ''), '')
$$;

CREATE FUNCTION pos_web.product(p pos.products) RETURNS jsonb LANGUAGE sql STABLE
AS $$
  SELECT jsonb_build_object(
    'id', p.id, 'sku', p.sku, 'name', p.name, 'category', p.category, 'sizeMillilitres', p.size_millilitres, 'priceCents', p.price_cents,
    'caseSize', p.case_size, 'taxCategory', p.tax_category, 'active', p.is_active, 'needsReview', p.needs_review,
    'updatedAt', p.updated_at, 'version', v.version, 'changedBy', pos_web.author(v.version),
    'barcodes', coalesce((SELECT jsonb_object_agg(b.barcode, b.pack_size) FROM pos.product_barcodes b
                          WHERE b.store_id = p.store_id AND b.product_id = p.id), '{}'),
    'onHand', (SELECT i.on_hand FROM pos.inventory i WHERE i.store_id = p.store_id AND i.product_id = p.id))
  FROM (SELECT pos_web.version('product:' || p.id) AS version) v
$$;

CREATE FUNCTION pos_web.rule(r pos.discount_rules) RETURNS jsonb LANGUAGE sql STABLE
AS $$
  SELECT jsonb_build_object(
    'id', r.id, 'scope', r.scope, 'category', r.category, 'size', r.size, 'percentPpm', r.percent, 'fixedAmount', r.fixed_amount,
    'employeeApprovalRequired', r.employee_approval_required, 'active', r.is_active, 'needsReview', r.needs_review,
    'updatedAt', r.updated_at, 'version', v.version, 'changedBy', pos_web.author(v.version))
  FROM (SELECT pos_web.version('discount_rule:' || r.id) AS version) v
$$;

-- A setting that is a text; null where the store has none.
CREATE FUNCTION pos_web.setting(a_key text) RETURNS text LANGUAGE sql STABLE
AS $$
  SELECT CASE WHEN jsonb_typeof(c.value::jsonb) = 'string' THEN c.value::jsonb #>> '{}' END
  FROM pos.pos_config c WHERE c.store_id = pos.store_id() AND c.key = a_key
$$;

-- Products ---------------------------------------------------------------------------------------------------------------

-- A page of 50 in the order of names: {"q", "show": all|active|inactive|review|unpriced, "category", "after": [name, id]}. The first page
-- says how many there are in all.
CREATE FUNCTION pos_web.products(session text, store uuid, asked jsonb) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
DECLARE
  words text[] := ARRAY(
    SELECT '%' || replace(replace(replace(w, '\', '\\'), '%', '\%'), '_', '\_') || '%'
    FROM regexp_split_to_table(lower(left(coalesce(asked ->> 'q', ''), 100)), '\s+') AS w WHERE w <> '' LIMIT 8);
  digits text := ltrim(regexp_replace(left(coalesce(asked ->> 'q', ''), 100), '[\s-]', '', 'g'), '0');
  shown text := coalesce(asked ->> 'show', 'all');
  shelf text := coalesce(asked ->> 'category', '');
  after_name text := coalesce(asked ->> 'afterName', '');
  after_id text := coalesce(asked ->> 'afterId', '');
  coded text[] := '{}';
  result jsonb;
  total bigint;
BEGIN
  PERFORM pos_web.enter(session, store, 'viewer', true);
  IF digits ~ '^[0-9]{4,14}$' THEN
    coded := ARRAY(SELECT b.product_id FROM product_barcodes b
                   WHERE b.store_id = store AND b.barcode LIKE '%' || digits || '%' LIMIT 500);
  END IF;
  IF after_id = '' THEN
    SELECT count(*) INTO total FROM products p
    WHERE p.store_id = store AND (lower(p.name || ' ' || p.sku || ' ' || p.category) LIKE ALL (words) OR p.id = ANY (coded))
      AND (shelf = '' OR p.category = shelf)
      AND CASE shown WHEN 'active' THEN p.is_active WHEN 'inactive' THEN NOT p.is_active WHEN 'review' THEN p.needs_review
                     WHEN 'unpriced' THEN p.price_cents = 0 AND p.is_active ELSE true END;
  END IF;
  SELECT jsonb_agg(pos_web.product(f.p) ORDER BY lower((f.p).name), (f.p).id) INTO result
  FROM (SELECT p FROM products p
        WHERE p.store_id = store AND (lower(p.name || ' ' || p.sku || ' ' || p.category) LIKE ALL (words) OR p.id = ANY (coded))
          AND (shelf = '' OR p.category = shelf)
          AND CASE shown WHEN 'active' THEN p.is_active WHEN 'inactive' THEN NOT p.is_active WHEN 'review' THEN p.needs_review
                         WHEN 'unpriced' THEN p.price_cents = 0 AND p.is_active ELSE true END
          AND (after_id = '' OR (lower(p.name), p.id) > (lower(after_name), after_id))
        ORDER BY lower(p.name), p.id LIMIT 51) f;
  RETURN jsonb_strip_nulls(jsonb_build_object(
    'products', coalesce(result, '[]') - 50, 'more', jsonb_array_length(coalesce(result, '[]')) > 50, 'total', total));
END
$$;

-- What a product can be chosen from.
CREATE FUNCTION pos_web.choices(session text, store uuid, asked jsonb) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
BEGIN
  PERFORM pos_web.enter(session, store, 'viewer', true);
  RETURN jsonb_build_object(
    'currency', coalesce(pos_web.setting('currency_symbol'), '$'),
    'categories', (SELECT coalesce(jsonb_agg(c.category ORDER BY c.category), '[]')
                   FROM (SELECT DISTINCT p.category FROM products p WHERE p.store_id = store AND p.category <> '' LIMIT 500) c),
    'taxCategories', (
      SELECT jsonb_agg(t.name ORDER BY t.name) FROM (
        SELECT 'standard' AS name UNION SELECT 'exempt'
        UNION SELECT DISTINCT p.tax_category FROM products p WHERE p.store_id = store
        UNION SELECT k FROM pos_config c, jsonb_object_keys(
          CASE WHEN jsonb_typeof(c.value::jsonb) = 'object' THEN c.value::jsonb ELSE '{}' END) AS k
        WHERE c.store_id = store AND c.key = 'tax_rates') t));
END
$$;

-- Fields ------------------------------------------------------------------------------------------------------------------

CREATE FUNCTION pos_web.wrong(field text, message text) RETURNS void LANGUAGE sql VOLATILE
AS $$
  SELECT pos_web.refuse(422, message, jsonb_build_object('field', field))
$$;

-- A whole number within bounds, a text of a length, yes or no: or the refusal says which field is wrong.
CREATE FUNCTION pos_web.check_number(o jsonb, field text, low bigint, high bigint, message text) RETURNS void LANGUAGE plpgsql
AS $$
BEGIN
  IF o ? field AND (jsonb_typeof(o -> field) <> 'number' OR o ->> field !~ '^-?[0-9]{1,15}$'
                    OR (o ->> field)::bigint NOT BETWEEN low AND high) THEN
    PERFORM pos_web.wrong(field, message);
  END IF;
END
$$;

CREATE FUNCTION pos_web.check_text(o jsonb, field text, low int, high int, message text) RETURNS void LANGUAGE plpgsql
AS $$
BEGIN
  IF o ? field AND (jsonb_typeof(o -> field) <> 'string' OR length(o ->> field) NOT BETWEEN low AND high
                    OR o ->> field ~ '[[:cntrl:]]' OR o ->> field <> trim(o ->> field)) THEN
    PERFORM pos_web.wrong(field, message);
  END IF;
END
$$;

CREATE FUNCTION pos_web.check_flag(o jsonb, field text) RETURNS void LANGUAGE plpgsql
AS $$
BEGIN
  IF o ? field AND jsonb_typeof(o -> field) <> 'boolean' THEN
    PERFORM pos_web.wrong(field, 'It is yes or no.');
  END IF;
END
$$;

-- The key that a scan of a code looks for: a GTIN as 14 digits, else the text.
CREATE FUNCTION pos_web.code_key(typed text) RETURNS text LANGUAGE plpgsql IMMUTABLE
AS $$
DECLARE
  code text := regexp_replace(typed, '^\s+|\s+$', '', 'g');
  digits text := regexp_replace(typed, '[\s-]', '', 'g');
  total int := 0;
BEGIN
  IF digits !~ '^([0-9]{8}|[0-9]{12,14})$' THEN
    RETURN CASE WHEN code ~ '^[!-~]{1,48}$' THEN code END;
  END IF;
  digits := lpad(digits, 14, '0');
  FOR i IN 1..13 LOOP
    total := total + substr(digits, i, 1)::int * CASE i % 2 WHEN 1 THEN 3 ELSE 1 END;
  END LOOP;
  RETURN CASE WHEN (10 - total % 10) % 10 = right(digits, 1)::int THEN digits END;
END
$$;

-- A code that somebody types into the table is found by a scan, too, or it is refused.
CREATE FUNCTION pos_web.key_barcode() RETURNS trigger LANGUAGE plpgsql
AS $$
DECLARE
  key text;
BEGIN
  IF current_user <> 'pos_worker' THEN
    key := pos_web.code_key(NEW.barcode);
    IF key IS NULL THEN
      RAISE EXCEPTION '% is no barcode: that has 1 to 48 letters and digits, and the last digit of 8, 12, 13 or 14 fits the others.',
        left(NEW.barcode, 50) USING ERRCODE = 'check_violation';
    END IF;
    NEW.barcode := key;
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER key_barcode BEFORE INSERT OR UPDATE OF barcode ON pos.product_barcodes FOR EACH ROW EXECUTE FUNCTION pos_web.key_barcode();

-- The barcodes of a request with the keys that scans look for.
CREATE FUNCTION pos_web.codes(o jsonb) RETURNS jsonb LANGUAGE plpgsql
AS $$
DECLARE
  code text;
  pack text;
  result jsonb := '{}';
BEGIN
  IF jsonb_typeof(o) <> 'object' OR (SELECT count(*) FROM jsonb_object_keys(o)) > 50 THEN
    PERFORM pos_web.wrong('barcodes', 'At most 50 barcodes, each with its pack size.');
  END IF;
  FOR code, pack IN SELECT key, value #>> '{}' FROM jsonb_each(o) LOOP
    IF pos_web.code_key(code) IS NULL THEN
      PERFORM pos_web.wrong('barcodes', code || ' is no barcode: its last digit does not fit the others.');
    END IF;
    IF pack IS NULL OR pack !~ '^[1-9][0-9]{0,3}$' THEN
      PERFORM pos_web.wrong('barcodes', 'A pack has 1 to 9,999 pieces.');
    END IF;
    result := result || jsonb_build_object(pos_web.code_key(code), pack::int);
  END LOOP;
  RETURN result;
END
$$;

CREATE FUNCTION pos_web.check_product(store uuid, product text, f jsonb) RETURNS void LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM pos_web.check_text(f, 'sku', 1, 40, 'An item number has 1 to 40 characters.');
  PERFORM pos_web.check_text(f, 'name', 1, 120, 'A name has 1 to 120 characters, none of them at its edges a space.');
  PERFORM pos_web.check_text(f, 'category', 0, 60, 'A category has at most 60 characters.');
  PERFORM pos_web.check_text(f, 'taxCategory', 1, 40, 'A tax category has 1 to 40 characters.');
  PERFORM pos_web.check_number(f, 'sizeMillilitres', 0, 1000000, 'A size is 0 to 1,000,000 ml.');
  PERFORM pos_web.check_number(f, 'priceCents', 0, 99999999, 'A price is 0.00 to 999,999.99.');
  PERFORM pos_web.check_number(f, 'caseSize', 1, 9999, 'A case has 1 to 9,999 pieces.');
  PERFORM pos_web.check_flag(f, 'active');
  IF f ? 'sku' AND EXISTS (SELECT FROM pos.products p
                           WHERE p.store_id = store AND lower(p.sku) = lower(f ->> 'sku') AND p.id <> product) THEN
    PERFORM pos_web.wrong('sku', 'Another product has this item number: ' || (
      SELECT p.name FROM pos.products p WHERE p.store_id = store AND lower(p.sku) = lower(f ->> 'sku') AND p.id <> product LIMIT 1));
  END IF;
END
$$;

-- Nothing is changed past somebody else: {"id", "version", "fields": {…}}. Without id it is a new product. The answer is how it is now.
CREATE FUNCTION pos_web.save_product(session text, store uuid, asked jsonb) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
DECLARE
  me record;
  f jsonb := CASE WHEN jsonb_typeof(asked -> 'fields') = 'object' THEN asked -> 'fields' ELSE '{}' END;
  thing text := coalesce(asked ->> 'id', gen_random_uuid()::text);
  p products;
  before jsonb := '{}';
  codes jsonb;
BEGIN
  SELECT * INTO me FROM pos_web.enter(session, store, 'manager', true);
  PERFORM pg_advisory_xact_lock(7067, 1);
  SELECT * INTO p FROM products x WHERE x.store_id = store AND x.id = thing;
  IF FOUND THEN
    before := pos_web.product(p);
    IF before ->> 'version' IS DISTINCT FROM asked ->> 'version' THEN
      PERFORM pos_web.refuse(409, 'The product was changed meanwhile by ' || coalesce(nullif(before ->> 'changedBy', ''), 'somebody') || '.',
                             jsonb_build_object('current', before));
    END IF;
  ELSIF asked ? 'id' THEN
    PERFORM pos_web.refuse(404, 'The product is gone.');
  ELSIF NOT f ?& ARRAY['sku', 'name', 'priceCents'] THEN
    PERFORM pos_web.wrong(CASE WHEN NOT f ? 'name' THEN 'name' WHEN NOT f ? 'sku' THEN 'sku' ELSE 'priceCents' END,
                          'A product needs a name, an item number and a price.');
  END IF;
  PERFORM pos_web.check_product(store, thing, f);
  codes := CASE WHEN f ? 'barcodes' THEN pos_web.codes(f -> 'barcodes') ELSE coalesce(before -> 'barcodes', '{}') END;
  f := before || f || jsonb_build_object('barcodes', codes);
  IF f = before AND NOT p.needs_review THEN
    RETURN before;
  END IF;
  INSERT INTO products AS x (store_id, id, sku, name, category, size_millilitres, price_cents, case_size, tax_category, is_active)
  VALUES (store, thing, f ->> 'sku', f ->> 'name', coalesce(f ->> 'category', ''), coalesce((f ->> 'sizeMillilitres')::bigint, 0),
          (f ->> 'priceCents')::bigint, coalesce((f ->> 'caseSize')::bigint, 1), coalesce(f ->> 'taxCategory', 'standard'),
          coalesce((f ->> 'active')::boolean, true))
  ON CONFLICT (store_id, id) DO UPDATE SET
    sku = excluded.sku, name = excluded.name, category = excluded.category, size_millilitres = excluded.size_millilitres,
    price_cents = excluded.price_cents, case_size = excluded.case_size, tax_category = excluded.tax_category,
    is_active = excluded.is_active, needs_review = false;
  IF codes <> coalesce(before -> 'barcodes', '{}') THEN
    DELETE FROM product_barcodes b WHERE b.store_id = store AND b.product_id = thing AND NOT codes ? b.barcode;
    INSERT INTO product_barcodes (store_id, barcode, product_id, pack_size)
    SELECT store, key, thing, value::int FROM jsonb_each_text(codes)
    ON CONFLICT (store_id, product_id, barcode) DO UPDATE SET pack_size = excluded.pack_size;
  END IF;
  SELECT * INTO p FROM products x WHERE x.store_id = store AND x.id = thing;
  PERFORM pos_web.note_change(store, me.account, me.name, 'product', thing, before, pos_web.product(p));
  RETURN pos_web.product(p);
END
$$;

-- Of before and after the journal keeps what is different, and the name to find it by.
CREATE FUNCTION pos_web.note_change(store uuid, who uuid, account text, what text, thing text, before jsonb, after jsonb) RETURNS void
  LANGUAGE sql VOLATILE
AS $$
  SELECT pos.note(store, who, account, what, coalesce(nullif(after ->> 'name', ''), thing), jsonb_object_agg(k, coalesce(before -> k, 'null')),
                  jsonb_object_agg(k, after -> k))
  FROM jsonb_object_keys(after) AS k
  WHERE after -> k IS DISTINCT FROM before -> k AND k NOT IN ('version', 'updatedAt', 'changedBy', 'needsReview', 'id', 'onHand')
  HAVING count(*) > 0
$$;

-- Discount rules ----------------------------------------------------------------------------------------------------------

CREATE FUNCTION pos_web.rules(session text, store uuid, asked jsonb) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
BEGIN
  PERFORM pos_web.enter(session, store, 'viewer', true);
  RETURN jsonb_build_object('rules', (
    SELECT coalesce(jsonb_agg(pos_web.rule(r) ORDER BY r.is_active DESC, r.category, r.size, r.id), '[]')
    FROM (SELECT * FROM discount_rules d WHERE d.store_id = store LIMIT 1000) r));
END
$$;

CREATE FUNCTION pos_web.save_rule(session text, store uuid, asked jsonb) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
DECLARE
  me record;
  f jsonb := CASE WHEN jsonb_typeof(asked -> 'fields') = 'object' THEN asked -> 'fields' ELSE '{}' END;
  thing text := coalesce(asked ->> 'id', gen_random_uuid()::text);
  r discount_rules;
  before jsonb := '{}';
BEGIN
  SELECT * INTO me FROM pos_web.enter(session, store, 'manager', true);
  PERFORM pg_advisory_xact_lock(7067, 1);
  SELECT * INTO r FROM discount_rules x WHERE x.store_id = store AND x.id = thing;
  IF FOUND THEN
    before := pos_web.rule(r);
    IF before ->> 'version' IS DISTINCT FROM asked ->> 'version' THEN
      PERFORM pos_web.refuse(409, 'The rule was changed meanwhile by ' || coalesce(nullif(before ->> 'changedBy', ''), 'somebody') || '.',
                             jsonb_build_object('current', before));
    END IF;
  ELSIF asked ? 'id' THEN
    PERFORM pos_web.refuse(404, 'The rule is gone.');
  END IF;
  PERFORM pos_web.check_text(f, 'scope', 1, 40, 'What it is given on has 1 to 40 characters.');
  PERFORM pos_web.check_text(f, 'category', 0, 60, 'A category has at most 60 characters.');
  PERFORM pos_web.check_text(f, 'size', 0, 40, 'A size has at most 40 characters.');
  PERFORM pos_web.check_number(f, 'percentPpm', 0, 1000000, 'A discount is 0 to 100 %.');
  PERFORM pos_web.check_number(f, 'fixedAmount', 0, 99999999, 'An amount is 0.00 to 999,999.99.');
  PERFORM pos_web.check_flag(f, 'employeeApprovalRequired');
  PERFORM pos_web.check_flag(f, 'active');
  f := '{"scope": "category", "category": "", "size": "", "percentPpm": 0, "fixedAmount": 0, "employeeApprovalRequired": true,
         "active": true}'::jsonb || before || f;
  IF ((f ->> 'percentPpm')::bigint > 0) = ((f ->> 'fixedAmount')::bigint > 0) THEN
    PERFORM pos_web.wrong('percentPpm', 'A rule takes off a percentage or an amount: one of them.');
  END IF;
  IF f = before AND NOT r.needs_review THEN
    RETURN before;
  END IF;
  INSERT INTO discount_rules (store_id, id, scope, category, size, percent, fixed_amount, employee_approval_required, is_active)
  VALUES (store, thing, f ->> 'scope', f ->> 'category', f ->> 'size', (f ->> 'percentPpm')::bigint, (f ->> 'fixedAmount')::bigint,
          (f ->> 'employeeApprovalRequired')::boolean, (f ->> 'active')::boolean)
  ON CONFLICT (store_id, id) DO UPDATE SET
    scope = excluded.scope, category = excluded.category, size = excluded.size, percent = excluded.percent,
    fixed_amount = excluded.fixed_amount, employee_approval_required = excluded.employee_approval_required,
    is_active = excluded.is_active, needs_review = false;
  SELECT * INTO r FROM discount_rules x WHERE x.store_id = store AND x.id = thing;
  PERFORM pos_web.note_change(store, me.account, me.name, 'rule', thing, before, pos_web.rule(r));
  RETURN pos_web.rule(r);
END
$$;

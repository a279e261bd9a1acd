-- A batch as pos_api.ingest() takes it. Nearly every batch holds new events in their order, and nearly all of those tell of sales and their
-- stock: that is done with one statement a table. Whatever is not so, or breaks a rule, is left to the functions that go event by event;
-- both ways come to the same, and a test compares them.

-- Into the log -----------------------------------------------------------------------------------------------------------

-- Takes all events of a batch; their payloads, or null and nothing is done where one of them is anything but well formed, without secrets,
-- and the next of its stream.
CREATE FUNCTION pos.take_all(store uuid, bringer text, events jsonb) RETURNS text[] LANGUAGE plpgsql
AS $$
DECLARE
  fine boolean;
  logged pos.event_log[];
  links pos.stream[];
BEGIN
  IF EXISTS (SELECT FROM jsonb_array_elements(events) AS b (e)
             WHERE NOT coalesce(pos.well_formed(e) AND NOT e ? 'redacted' AND e ->> 'topic' <> 'employee:upsert', false))
    OR EXISTS (SELECT FROM (SELECT DISTINCT e ->> 'origin' FROM jsonb_array_elements(events) AS b (e) OFFSET 0) AS o (origin)
               WHERE pos.elsewhere(o.origin)) THEN
    RETURN NULL;
  END IF;
  WITH e AS MATERIALIZED (
    SELECT b.n, b.e, b.e ->> 'origin' AS origin, b.e ->> 'epoch' AS epoch, (b.e ->> 'seq')::bigint AS seq, b.e ->> 'hash' AS hash
    FROM jsonb_array_elements(events) WITH ORDINALITY AS b (e, n)
  ), l AS MATERIALIZED (
    -- Where the stream is before each event. A new stream begins where take() lets one begin.
    SELECT e.*,
           coalesce(lag(e.seq) OVER w, s.applied_seq,
                    CASE WHEN e.seq = 1 OR bringer = e.origin AND e.e ? 'previous' THEN e.seq - 1 END) AS before_seq,
           coalesce(lag(e.hash) OVER w, s.applied_hash, e.e ->> 'previous', repeat('0', 32)) AS before_hash
    FROM e LEFT JOIN pos.stream s ON s.store_id = store AND s.origin = e.origin AND s.epoch = e.epoch
    WINDOW w AS (PARTITION BY e.origin, e.epoch ORDER BY e.n)
  )
  SELECT bool_and(coalesce(l.seq = l.before_seq + 1 AND pos.link_event(l.before_hash, l.e) = l.hash, false)),
         array_agg(ROW (store, l.origin, l.epoch, l.seq, (l.e ->> 'id')::uuid, l.e ->> 'topic', (l.e ->> 'ts')::bigint,
                        (l.e ->> 'txg')::bigint, l.e ->> 'agg', l.e ->> 'hlc', l.e ->> 'actor', (l.e ->> 'schema')::bigint, l.hash,
                        octet_length(l.e ->> 'payload'), pos.now_millis(), bringer, false, l.e ->> 'payload')::pos.event_log ORDER BY l.n),
         array_agg(ROW (store, l.origin, l.epoch, l.seq, l.hash, l.before_hash, l.seq - 1, pos.now_millis())::pos.stream ORDER BY l.n)
  INTO fine, logged, links FROM l;
  IF NOT fine THEN
    RETURN NULL;
  END IF;
  INSERT INTO pos.lanes (store_id, node_id, state) SELECT DISTINCT store, k.origin, 'known' FROM unnest(links) k ON CONFLICT DO NOTHING;
  INSERT INTO pos.stream (store_id, origin, epoch, applied_seq, applied_hash, previous, since_seq, updated_at)
  SELECT store, k.origin, k.epoch, max(k.applied_seq), (array_agg(k.applied_hash ORDER BY k.applied_seq DESC))[1],
         (array_agg(k.previous ORDER BY k.applied_seq))[1], min(k.since_seq), max(k.updated_at)
  FROM unnest(links) k GROUP BY k.origin, k.epoch
  ON CONFLICT (store_id, origin, epoch) DO UPDATE SET
    applied_seq = excluded.applied_seq, applied_hash = excluded.applied_hash, updated_at = excluded.updated_at;
  INSERT INTO pos.event_log SELECT k.* FROM unnest(logged) k;
  RETURN ARRAY(SELECT k.payload FROM unnest(logged) WITH ORDINALITY AS k ORDER BY ordinality);
END
$$;

-- Takes a batch into the log: of each event the outcome and why, or null and the payload as it is kept, which is to be applied.
CREATE FUNCTION pos.take_batch(store uuid, bringer text, events jsonb, OUT outcomes text[], OUT reasons text[], OUT kept text[])
  LANGUAGE plpgsql
AS $$
DECLARE
  many int := jsonb_array_length(events);
  place int := 0;
  e jsonb;
  r record;
BEGIN
  outcomes := array_fill(NULL::text, ARRAY[many]);
  reasons := outcomes;
  kept := pos.take_all(store, bringer, events);
  IF kept IS NOT NULL THEN
    RETURN;
  END IF;
  FOR e IN SELECT value FROM jsonb_array_elements(events) LOOP
    place := place + 1;
    outcomes[place] := 'refused';
    reasons[place] := pos.malformed(e);
    IF reasons[place] IS NULL THEN
      SELECT * INTO r FROM pos.take(store, bringer, e);
      outcomes[place] := r.outcome;
      reasons[place] := r.reason;
      kept[place] := r.kept;
    END IF;
  END LOOP;
END
$$;

-- Into the tables --------------------------------------------------------------------------------------------------------

-- As apply_sale() of each, where none is known yet; an error where one is, or breaks a rule.
CREATE FUNCTION pos.apply_sales(store uuid, abouts text[], sales jsonb[]) RETURNS void LANGUAGE plpgsql
AS $$
DECLARE
  ids uuid[] := ARRAY(SELECT pos.text_of(o, 'id')::uuid FROM unnest(sales) WITH ORDINALITY AS s (o, n) ORDER BY n);
BEGIN
  IF EXISTS (SELECT FROM unnest(abouts, ids, sales) AS s (about, id, o)
             WHERE s.about <> 'transaction:' || s.id OR jsonb_array_length(pos.field(s.o, 'items', 'array')) NOT BETWEEN 1 AND 1000) THEN
    PERFORM pos.park('id is not what the event is about, or items has too few or many lines');
  END IF;
  PERFORM pos.store_sales(
    store, ids, sales, ARRAY(SELECT pos.content_hash(o) FROM unnest(sales) WITH ORDINALITY AS s (o, n) ORDER BY n));
END
$$;

-- As apply_stock() of each, where none is known yet; an error where one is, or breaks a rule.
CREATE FUNCTION pos.apply_stocks(store uuid, abouts text[], changes jsonb[]) RETURNS void LANGUAGE plpgsql
AS $$
BEGIN
  IF EXISTS (SELECT FROM unnest(abouts, changes) AS c (about, o) WHERE c.about <> 'product:' || pos.text_of(c.o, 'productId')) THEN
    PERFORM pos.park('productId is not what the event is about');
  END IF;
  WITH c AS MATERIALIZED (
    SELECT pos.text_of(o, 'changeId')::uuid AS id, pos.text_of(o, 'productId') AS product, pos.number_of(o, 'change') AS amount,
           pos.text_of(o, 'reason') AS why, CASE WHEN o ? 'transactionId' THEN pos.text_of(o, 'transactionId') ELSE '' END AS sale,
           pos.number_of(o, 'createdAt') AS happened
    FROM unnest(changes) AS u (o)
  ), written AS (
    INSERT INTO pos.inventory_changes (store_id, id, product_id, change_amount, reason, transaction_id, created_at)
    SELECT store, c.id, c.product, c.amount, c.why, c.sale, c.happened FROM c
  )
  INSERT INTO pos.inventory AS i (store_id, product_id, on_hand, sold_count, updated_at)
  SELECT store, c.product, sum(c.amount)::bigint, count(*) FILTER (WHERE c.why = 'sale'), max(c.happened)
  FROM c GROUP BY c.product ORDER BY c.product
  ON CONFLICT (store_id, product_id) DO UPDATE SET
    on_hand = i.on_hand + excluded.on_hand, sold_count = i.sold_count + excluded.sold_count,
    updated_at = greatest(i.updated_at, excluded.updated_at);
END
$$;

-- Applies groups that tell of sales and stock, or of what is kept in the log alone; false, and nothing is done, where they can't be applied
-- all alike.
CREATE FUNCTION pos.apply_plain(store uuid, events jsonb[], payloads text[]) RETURNS boolean LANGUAGE plpgsql
AS $$
DECLARE
  r record;
BEGIN
  IF EXISTS (
    SELECT FROM (SELECT DISTINCT e ->> 'origin' AS origin, e ->> 'epoch' AS epoch, (e ->> 'txg')::bigint AS txg FROM unnest(events) AS u (e)) g
    JOIN pos.parked p ON p.store_id = store AND p.origin = g.origin AND p.epoch = g.epoch AND p.txg = g.txg) THEN
    RETURN false;
  END IF;
  SELECT bool_and(jsonb_typeof(b.o) = 'object') AS fine,
         array_agg(b.about) FILTER (WHERE b.topic = 'transaction:new') AS of_sales,
         array_agg(b.o) FILTER (WHERE b.topic = 'transaction:new') AS sales,
         array_agg(b.about) FILTER (WHERE b.topic = 'inventory:update') AS of_stock,
         array_agg(b.o) FILTER (WHERE b.topic = 'inventory:update') AS stock
  INTO r
  FROM (SELECT u.e ->> 'topic' AS topic, u.e ->> 'agg' AS about, u.p::jsonb AS o
        FROM unnest(events, payloads) AS u (e, p) OFFSET 0) b;
  IF NOT r.fine THEN
    RETURN false;
  END IF;
  IF r.sales IS NOT NULL THEN
    PERFORM pos.apply_sales(store, r.of_sales, r.sales);
  END IF;
  IF r.stock IS NOT NULL THEN
    PERFORM pos.apply_stocks(store, r.of_stock, r.stock);
  END IF;
  RETURN true;
EXCEPTION WHEN data_exception OR integrity_constraint_violation OR program_limit_exceeded OR SQLSTATE 'POS01' THEN
  RETURN false;
END
$$;

-- Applies what take_batch() left to be applied, in the order of the batch; plain groups that stand together at once.
CREATE FUNCTION pos.settle_batch(store uuid, events jsonb, kept text[], INOUT outcomes text[], INOUT reasons text[]) LANGUAGE plpgsql
AS $$
DECLARE
  run record;
  g record;
  r record;
  place int;
BEGIN
  FOR run IN
    WITH e AS (
      SELECT b.n, b.e, kept[b.n] AS payload,
             b.e ->> 'topic' IN ('transaction:new', 'inventory:update', 'sale:suspended', 'claim:made', 'review:resolved', 'journal:head')
               AND b.e ->> 'schema' = '1' AS plain,
             (b.e -> 'origin', b.e -> 'epoch', b.e -> 'txg')
               IS DISTINCT FROM lag((b.e -> 'origin', b.e -> 'epoch', b.e -> 'txg')) OVER (ORDER BY b.n) AS begins
      FROM jsonb_array_elements(events) WITH ORDINALITY AS b (e, n) WHERE outcomes[b.n] IS NULL
    ), grouped AS (
      SELECT e.*, count(*) FILTER (WHERE e.begins) OVER (ORDER BY e.n) AS number FROM e
    ), known AS (
      SELECT d.*, bool_and(d.plain) OVER (PARTITION BY d.number) AS all_plain FROM grouped d
    ), edges AS (
      SELECT k.*, k.begins AND NOT (k.all_plain AND coalesce(lag(k.all_plain) OVER (ORDER BY k.n), false)) AS edge FROM known k
    ), runs AS (
      SELECT d.*, count(*) FILTER (WHERE d.edge) OVER (ORDER BY d.n) AS run FROM edges d
    )
    SELECT bool_and(x.all_plain) AS plain, array_agg(x.e ORDER BY x.n) AS events, array_agg(x.payload ORDER BY x.n) AS payloads,
           array_agg(x.n ORDER BY x.n) AS places, array_agg(x.number ORDER BY x.n) AS numbers
    FROM runs x GROUP BY x.run ORDER BY x.run
  LOOP
    IF run.plain AND pos.apply_plain(store, run.events, run.payloads) THEN
      FOREACH place IN ARRAY run.places LOOP
        outcomes[place] := 'applied';
      END LOOP;
      CONTINUE;
    END IF;
    FOR g IN
      SELECT array_agg(u.e ORDER BY u.n) AS events, array_agg(u.p ORDER BY u.n) AS payloads, array_agg(u.n ORDER BY u.n) AS places
      FROM unnest(run.events, run.payloads, run.places, run.numbers) AS u (e, p, n, number) GROUP BY u.number ORDER BY u.number
    LOOP
      SELECT * INTO r FROM pos.settle(store, g.events, g.payloads);
      FOR i IN 1..cardinality(g.places) LOOP
        outcomes[g.places[i]] := r.outcomes[i];
        reasons[g.places[i]] := r.reasons[i];
      END LOOP;
    END LOOP;
  END LOOP;
END
$$;

REVOKE ALL ON FUNCTION
  pos.take_all(uuid, text, jsonb), pos.take_batch(uuid, text, jsonb), pos.apply_sales(uuid, text[], jsonb[]),
  pos.apply_stocks(uuid, text[], jsonb[]), pos.apply_plain(uuid, jsonb[], text[]),
  pos.settle_batch(uuid, jsonb, text[], text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
  pos.take_all(uuid, text, jsonb), pos.take_batch(uuid, text, jsonb), pos.apply_sales(uuid, text[], jsonb[]),
  pos.apply_stocks(uuid, text[], jsonb[]), pos.apply_plain(uuid, jsonb[], text[]),
  pos.settle_batch(uuid, jsonb, text[], text[], text[]) TO pos_worker;

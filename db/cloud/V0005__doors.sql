-- What the doors call: nothing else is open to them. Each function takes the lane's token first and works for that lane alone. An error
-- whose SQLSTATE is PTnnn is the answer with the HTTP status nnn; any other is the cloud's own trouble, 500, and worth another try.

CREATE FUNCTION pos_api.refuse(status int, message text) RETURNS void LANGUAGE plpgsql
AS $$
BEGIN
  RAISE EXCEPTION '%', message USING ERRCODE = 'PT' || status;
END
$$;

-- Whose token it is; from here on the transaction is that lane's.
CREATE FUNCTION pos_api.authenticate(token text, OUT store uuid, OUT node text) LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
DECLARE
  revoked bigint;
  lane_state text;
BEGIN
  PERFORM set_config('pos.context', '', true);
  SELECT t.store_id, t.node_id, t.revoked_at, l.state INTO store, node, revoked, lane_state
  FROM tokens t JOIN lanes l ON l.store_id = t.store_id AND l.node_id = t.node_id
  WHERE t.hash = sha256(convert_to(coalesce(token, ''), 'UTF8'));
  IF NOT FOUND THEN
    PERFORM pos_api.refuse(401, 'The token is not known.');
  END IF;
  IF revoked > 0 OR lane_state = 'revoked' THEN
    PERFORM pos_api.refuse(403, 'The lane was revoked.');
  END IF;
  PERFORM enter(store, node);
END
$$;

-- Remembers, once a minute, that the lane was here. Nothing waits for this row with a lock that another needs.
CREATE FUNCTION pos.seen(token text) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
  UPDATE tokens SET last_used_at = now_millis()
  WHERE hash = sha256(convert_to(token, 'UTF8')) AND last_used_at < now_millis() - 60000
$$;

-- A lane comes in with the store's one-time code. The same lane may show its code again while that is valid, because the first answer
-- may have been lost: the token it was given then is revoked.
CREATE FUNCTION pos_api.enrol(code text, node text, label text) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
DECLARE
  shown store_codes;
  token text := replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
BEGIN
  IF node IS NULL OR node !~ '^[0-9a-f]{64}$' OR label IS NULL OR label !~ '^[A-Za-z0-9]{1,8}$' THEN
    PERFORM pos_api.refuse(400, 'The lane names itself wrongly.');
  END IF;
  SELECT * INTO shown FROM store_codes c
  WHERE c.hash = sha256(convert_to(upper(regexp_replace(coalesce(code, ''), '[^0-9A-Za-z]', '', 'g')), 'UTF8')) FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM pos_api.refuse(401, 'The code is not known.');
  END IF;
  IF shown.expires_at < now_millis() OR shown.used_by NOT IN ('', node) THEN
    PERFORM pos_api.refuse(403, 'The code was used or is too old.');
  END IF;
  IF EXISTS (SELECT FROM lanes l WHERE l.node_id = node AND l.enrolled_at > 0 AND l.store_id <> shown.store_id) THEN
    PERFORM pos_api.refuse(403, 'The lane belongs to another store.');
  END IF;
  IF EXISTS (SELECT FROM lanes l WHERE l.node_id = node AND l.store_id = shown.store_id AND l.state = 'revoked') THEN
    PERFORM pos_api.refuse(403, 'The lane was revoked.');
  END IF;
  INSERT INTO lanes AS l (store_id, node_id, label, state, enrolled_at)
  VALUES (shown.store_id, node, enrol.label, 'active', now_millis())
  ON CONFLICT (store_id, node_id) DO UPDATE SET
    label = excluded.label, enrolled_at = excluded.enrolled_at,
    state = CASE l.state WHEN 'known' THEN 'active' ELSE l.state END;
  UPDATE tokens t SET revoked_at = now_millis() WHERE t.store_id = shown.store_id AND t.node_id = node AND t.revoked_at = 0;
  INSERT INTO tokens (hash, store_id, node_id) VALUES (sha256(convert_to(token, 'UTF8')), shown.store_id, node);
  UPDATE store_codes c SET used_by = node, used_at = now_millis() WHERE c.hash = shown.hash;
  RETURN jsonb_build_object(
    'token', token, 'store', shown.store_id, 'storeName', (SELECT s.name FROM stores s WHERE s.id = shown.store_id));
END
$$;

-- Where the cloud is: those epochs that are asked for, and the newest one of each lane, of the 1,000 lanes that were heard last.
CREATE FUNCTION pos.positions(store uuid, epochs text[]) RETURNS jsonb LANGUAGE sql STABLE
AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_array(s.origin, s.epoch, s.applied_seq, s.applied_hash) ORDER BY s.origin, s.epoch), '[]')
  FROM (SELECT x.* FROM pos.stream x
        WHERE x.store_id = store AND (x.epoch = ANY (epochs) OR x.epoch = (
          SELECT max(n.epoch) FROM pos.stream n WHERE n.store_id = store AND n.origin = x.origin))
        ORDER BY x.epoch = ANY (epochs) DESC, x.updated_at DESC LIMIT 1000 + cardinality(epochs)) s
$$;

-- Takes a batch: {"events": [...]}, at most 100 and 256 KiB of payload. All of it is one transaction, and each event has its result;
-- events that one transaction of a lane wrote are applied all or not at all.
CREATE FUNCTION pos_api.ingest(token text, batch jsonb) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
DECLARE
  me record;
  events jsonb := batch -> 'events';
  taken record;
  settled record;
  bytes bigint;
BEGIN
  SELECT * INTO me FROM pos_api.authenticate(token);
  IF jsonb_typeof(batch) IS DISTINCT FROM 'object' OR jsonb_typeof(events) IS DISTINCT FROM 'array' OR jsonb_array_length(events) = 0 THEN
    PERFORM pos_api.refuse(400, 'A batch is an object with an array "events".');
  END IF;
  SELECT sum(octet_length(value ->> 'payload')) INTO bytes FROM jsonb_array_elements(events) WHERE jsonb_typeof(value) = 'object';
  IF jsonb_array_length(events) > 100 OR bytes > 262144 THEN
    PERFORM pos_api.refuse(413, 'A batch has at most 100 events and 256 KiB of payload.');
  END IF;
  -- One batch of a store after the other: two lanes may bring the same events, and move the same stock in another order.
  PERFORM pg_advisory_xact_lock(hashtextextended(me.store::text, 7067));
  PERFORM seen(token);
  SELECT * INTO taken FROM take_batch(me.store, me.node, events);
  SELECT * INTO settled FROM settle_batch(me.store, events, taken.kept, taken.outcomes, taken.reasons);
  RETURN jsonb_build_object(
    'results', (
      SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'id', b.value -> 'id', 'origin', b.value -> 'origin', 'epoch', b.value -> 'epoch', 'seq', b.value -> 'seq',
        'result', settled.outcomes[b.n], 'reason', settled.reasons[b.n])) ORDER BY b.n)
      FROM jsonb_array_elements(events) WITH ORDINALITY AS b (value, n)),
    'positions', positions(me.store, ARRAY(SELECT DISTINCT b.value ->> 'epoch' FROM jsonb_array_elements(events) b
                                           WHERE jsonb_typeof(b.value) = 'object')));
END
$$;

-- All positions of the store from an epoch on, to compare: at most 1,000, in order; the last one is where to go on.
CREATE FUNCTION pos_api.positions(token text, after_origin text, after_epoch text) RETURNS jsonb LANGUAGE plpgsql VOLATILE
  SECURITY DEFINER SET search_path = pos, pg_temp
AS $$
DECLARE
  me record;
BEGIN
  SELECT * INTO me FROM pos_api.authenticate(token);
  RETURN (
    SELECT jsonb_build_object('positions', coalesce(jsonb_agg(jsonb_build_array(p.origin, p.epoch, p.applied_seq, p.applied_hash)), '[]'))
    FROM (SELECT s.* FROM stream s
          WHERE s.store_id = me.store AND (s.origin, s.epoch) > (after_origin, after_epoch)
          ORDER BY s.origin, s.epoch LIMIT 1000) p);
END
$$;

-- A lane that knows a number which was never given: an older backup of the cloud was restored, and what has the numbers after it now is
-- something else than what lanes have. So all of the store's begin anew. Once an hour at most, because a stolen token could ask for it, too.
CREATE FUNCTION pos.renew_lost_feed(a_cursor text) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
DECLARE
  parts text[] := regexp_match(a_cursor, '^([0-9a-f]{16})\.([0-9]{1,18})$');
BEGIN
  UPDATE feed_heads SET feed_epoch = left(md5(gen_random_uuid()::text), 16), renewed_at = now_millis()
  WHERE store_id = store_id() AND feed_epoch = parts[1] AND seq < parts[2]::bigint AND renewed_at < now_millis() - 3600000;
END
$$;

-- The feed after a cursor; null where nothing is new. A cursor of another feed epoch, or of none, reads all that is, anew. A page has 1
-- to 500 changes, whatever is asked for, and no more after it has 2 MiB: lanes read answers of 8.
CREATE FUNCTION pos.pull(store uuid, a_cursor text, a_kind text, page int) RETURNS jsonb LANGUAGE plpgsql STABLE
AS $$
DECLARE
  head pos.feed_heads;
  a_limit int := least(greatest(coalesce(page, 500), 1), 500);
  parts text[] := regexp_match(a_cursor, '^([0-9a-f]{16})\.([0-9]{1,18})$');
  start bigint;
  changes jsonb;
  last bigint;
  more boolean;
BEGIN
  SELECT * INTO head FROM pos.feed_heads h WHERE h.store_id = store;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  start := CASE WHEN parts[1] = head.feed_epoch AND parts[2]::bigint <= head.seq THEN parts[2]::bigint ELSE 0 END;
  SELECT jsonb_agg(f.body || jsonb_build_object('seq', f.seq, 'kind', f.kind, 'deleted', f.deleted, 'at', f.at) ORDER BY f.seq)
           FILTER (WHERE f.before < 2097152),
         max(f.seq) FILTER (WHERE f.before < 2097152), count(*) = a_limit OR coalesce(max(f.before), 0) >= 2097152
  INTO changes, last, more
  FROM (SELECT l.*, sum(octet_length(l.body::text)) OVER (ORDER BY l.seq) - octet_length(l.body::text) AS before
        FROM (SELECT * FROM pos.feed n
              WHERE n.store_id = store AND n.latest AND n.seq > start AND n.seq <= head.seq AND (a_kind IS NULL OR n.kind = a_kind)
              ORDER BY n.seq LIMIT a_limit) l) f;
  IF changes IS NULL AND a_cursor = head.feed_epoch || '.' || start THEN
    RETURN NULL;
  END IF;
  -- A page that is not full was read to the head.
  RETURN jsonb_build_object(
    'cursor', head.feed_epoch || '.' || CASE WHEN more THEN last ELSE head.seq END,
    'more', more, 'reset', start = 0, 'changes', coalesce(changes, '[]'));
END
$$;

-- Keeps what a lane told of itself: how far its own logs go (at most 50 of them), and for how many seconds the oldest event waits that it
-- has not sent. It is believed only as far as a real lane could say it, because it is shown and nothing else. Once a minute is enough
-- while it says the same.
CREATE FUNCTION pos.tell(store uuid, node text, told text, waits text) RETURNS void LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
  oldest bigint := CASE WHEN waits ~ '^[0-9]{1,9}$' THEN pos.now_millis() - least(waits::bigint, 315360000) * 1000 ELSE 0 END;
BEGIN
  IF told ~ '^[0-9A-Z]{26}\.[0-9]{1,12}(,[0-9A-Z]{26}\.[0-9]{1,12}){0,49}$' THEN
    UPDATE pos.lanes l SET heads = told, told_at = pos.now_millis(), oldest_at = oldest
    WHERE l.store_id = store AND l.node_id = node
      AND (l.heads <> told OR (l.oldest_at = 0) <> (oldest = 0) OR l.told_at < pos.now_millis() - 60000);
  END IF;
END
$$;

-- How many events of its own a lane has that are not here, by what it told last; at most a million.
CREATE FUNCTION pos.backlog(store uuid, node text, heads text) RETURNS bigint LANGUAGE sql STABLE
AS $$
  SELECT least(1000000, coalesce(sum(greatest(0, split_part(h, '.', 2)::bigint - coalesce(s.applied_seq, 0))), 0))::bigint
  FROM regexp_split_to_table(nullif(heads, ''), ',') AS h
  LEFT JOIN pos.stream s ON s.store_id = store AND s.origin = node AND s.epoch = split_part(h, '.', 1)
$$;

-- The changes after a cursor. "heads" and "waits" are what the lane tells of itself, see pos.tell(); a lane may say nothing.
CREATE FUNCTION pos_api.pull_changes(token text, cursor text, page int, heads text DEFAULT '', waits text DEFAULT '') RETURNS jsonb
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pos, pg_temp
AS $$
DECLARE
  me record;
BEGIN
  SELECT * INTO me FROM pos_api.authenticate(token);
  PERFORM seen(token);
  PERFORM tell(me.store, me.node, heads, waits);
  PERFORM renew_lost_feed(cursor);
  RETURN pull(me.store, cursor, NULL, page);
END
$$;

-- The products alone, by the same cursor.
CREATE FUNCTION pos_api.pull_products(token text, since text, page int) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
DECLARE
  me record;
BEGIN
  SELECT * INTO me FROM pos_api.authenticate(token);
  PERFORM seen(token);
  PERFORM renew_lost_feed(since);
  RETURN pull(me.store, since, 'product', page);
END
$$;

-- What was sold on each day from a day on, at most 35 of them: number of sales, their total, and the SHA-256 over a line for each of them,
-- in the order of their ids: the id, a space, its total in cents, a line feed. A lane that agrees in it has the same sales.
CREATE FUNCTION pos_api.digests(token text, first_day date) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
DECLARE
  me record;
BEGIN
  SELECT * INTO me FROM pos_api.authenticate(token);
  RETURN (
    SELECT jsonb_build_object('days', coalesce(jsonb_agg(jsonb_build_object(
      'day', d.business_day, 'count', d.count, 'digest', d.digest, 'totalCents', d.total) ORDER BY d.business_day), '[]'))
    FROM (
      SELECT t.business_day, count(*) AS count, sum(t.total_cents)::bigint AS total,
             encode(sha256(convert_to(string_agg(t.id || ' ' || t.total_cents || E'\n', '' ORDER BY t.id), 'UTF8')), 'hex') AS digest
      FROM transactions t
      WHERE t.store_id = me.store AND t.business_day BETWEEN first_day AND first_day + 34
      GROUP BY t.business_day) d);
END
$$;

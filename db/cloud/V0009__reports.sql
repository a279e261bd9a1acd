-- What the web page tells of sales and lanes, what it does to lanes, and who may call all of it.

-- Looking it up in pg_timezone_names would read every file of zones.
CREATE FUNCTION pos_web.known_zone(zone text) RETURNS text LANGUAGE plpgsql STABLE
AS $$
BEGIN
  PERFORM now() AT TIME ZONE zone;
  RETURN zone;
EXCEPTION WHEN invalid_parameter_value THEN
  RETURN NULL;
END
$$;

-- The sales of a business day by lane and hour. Hours are counted from the day's midnight where the store is; those after the next
-- midnight are 24 and more. {"day", "zone"}: the zone is for stores that have not told theirs.
CREATE FUNCTION pos_web.sales(session text, store uuid, asked jsonb) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
DECLARE
  zone text;
  today date;
  day date;
  result jsonb;
BEGIN
  PERFORM pos_web.enter(session, store, 'viewer', false);
  zone := coalesce(pos_web.known_zone(pos_web.setting('time_zone')), pos_web.known_zone(asked ->> 'zone'), 'UTC');
  today := (now() AT TIME ZONE zone)::date;
  day := coalesce((asked ->> 'day')::date, today);
  SELECT jsonb_build_object(
    'day', day, 'today', today, 'zone', zone, 'currency', coalesce(pos_web.setting('currency_symbol'), '$'),
    'count', coalesce(sum(l.count), 0), 'totalCents', coalesce(sum(l.total), 0), 'taxCents', coalesce(sum(l.tax), 0),
    'items', coalesce(sum(l.items), 0),
    'lanes', coalesce(jsonb_agg(jsonb_build_object('lane', l.lane, 'count', l.count, 'totalCents', l.total, 'lastAt', l.last,
                                                   'hours', l.hours) ORDER BY l.lane), '[]'))
  INTO result
  FROM (
    SELECT h.lane, sum(h.count)::bigint AS count, sum(h.total)::bigint AS total, sum(h.tax)::bigint AS tax, sum(h.items)::bigint AS items,
           max(h.last) AS last,
           jsonb_agg(jsonb_build_object('hour', h.hour, 'count', h.count, 'totalCents', h.total) ORDER BY h.hour) AS hours
    FROM (
      SELECT t.workstation_id AS lane,
             -- A clock may be years off, and a chart of so many hours nobody could read.
             least(greatest(floor(extract(epoch FROM (to_timestamp(t.completed_at / 1000.0) AT TIME ZONE zone) - day::timestamp) / 3600),
                            -12), 35)::int AS hour,
             count(*)::bigint AS count, sum(t.total_cents)::bigint AS total, sum(t.tax_cents)::bigint AS tax,
             sum(t.item_count)::bigint AS items, max(t.completed_at) AS last
      FROM transactions t WHERE t.store_id = store AND t.business_day = day GROUP BY 1, 2) h
    GROUP BY h.lane) l;
  RETURN result || jsonb_build_object(
    'weekAgoCents', (
      SELECT coalesce(sum(t.total_cents), 0) FROM transactions t
      WHERE t.store_id = store AND t.business_day = day - 7
        AND (day <> today OR t.completed_at <= (extract(epoch FROM now() - interval '7 days') * 1000)::bigint)),
    'tenders', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('type', x.type, 'cents', x.cents) ORDER BY x.cents DESC, x.type), '[]')
      FROM (SELECT d.type, sum(d.tendered_cents - d.change_cents)::bigint AS cents
            FROM transactions t JOIN transaction_tenders d ON d.store_id = t.store_id AND d.transaction_id = t.id
            WHERE t.store_id = store AND t.business_day = day GROUP BY d.type) x),
    'top', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('name', x.name, 'quantity', x.quantity, 'cents', x.cents) ORDER BY x.cents DESC, x.name), '[]')
      FROM (SELECT i.name, sum(i.quantity)::bigint AS quantity, sum(i.extended_cents)::bigint AS cents
            FROM transactions t JOIN transaction_items i ON i.store_id = t.store_id AND i.transaction_id = t.id
            WHERE t.store_id = store AND t.business_day = day AND NOT i.voided
            GROUP BY i.product_id, i.name ORDER BY cents DESC, i.name LIMIT 8) x));
END
$$;

-- When each lane of the transaction's store last showed its token, to the minute.
CREATE FUNCTION pos.shown_tokens() RETURNS TABLE (node text, at bigint) LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
  SELECT t.node_id, max(t.last_used_at) FROM tokens t WHERE t.store_id = store_id() GROUP BY t.node_id
$$;

CREATE FUNCTION pos_web.lanes(session text, store uuid, asked jsonb) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
BEGIN
  PERFORM pos_web.enter(session, store, 'viewer', false);
  RETURN jsonb_build_object('now', now_millis(), 'lanes', (
    SELECT coalesce(jsonb_agg(jsonb_build_object(
      'node', l.node_id, 'label', l.label, 'state', l.state, 'enrolledAt', l.enrolled_at, 'shownAt', coalesce(k.at, 0),
      'toldAt', l.told_at, 'waiting', CASE WHEN l.told_at > 0 THEN w.waiting END,
      'waitingSince', CASE WHEN w.waiting > 0 THEN l.oldest_at ELSE 0 END, 'askedAt', CASE WHEN l.state <> 'revoked' THEN l.asked_at ELSE 0 END,
      'askedBy', coalesce((SELECT nullif(b.label, '') FROM lanes b WHERE b.store_id = store AND b.node_id = l.asked_by), 'another lane'),
      'events', coalesce(s.events, 0), 'lastEventAt', coalesce(e.created_at, 0), 'arrivedAt', coalesce(e.arrived_at, 0),
      'broughtBy', CASE WHEN e.brought_by <> l.node_id THEN coalesce((
        SELECT nullif(b.label, '') FROM lanes b WHERE b.store_id = store AND b.node_id = e.brought_by), 'another lane') ELSE '' END,
      'parkedCount', (SELECT count(*) FROM parked p WHERE p.store_id = store AND p.origin = l.node_id),
      'parked', (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
          'seq', p.seq, 'about', p.agg, 'reason', p.reason, 'at', p.first_at, 'attempts', p.attempts, 'type', p.type)), '[]')
        FROM (SELECT k.*, g.type FROM parked k JOIN event_log g USING (store_id, origin, epoch, seq)
              WHERE k.store_id = store AND k.origin = l.node_id ORDER BY k.first_at DESC LIMIT 20) p))
      ORDER BY l.state IN ('revoked', 'retired') AND (l.asked_at = 0 OR l.state = 'revoked'), l.label = '', l.label, l.node_id), '[]')
    FROM lanes l
    LEFT JOIN shown_tokens() k ON k.node = l.node_id
    CROSS JOIN LATERAL (SELECT backlog(store, l.node_id, l.heads) AS waiting) w
    LEFT JOIN LATERAL (
      SELECT sum(x.applied_seq - x.since_seq)::bigint AS events FROM stream x WHERE x.store_id = store AND x.origin = l.node_id) s ON true
    LEFT JOIN LATERAL (
      SELECT g.created_at, g.arrived_at, g.brought_by FROM event_log g
      WHERE g.store_id = store AND g.origin = l.node_id ORDER BY g.epoch DESC, g.seq DESC LIMIT 1) e ON true
    WHERE l.store_id = store));
END
$$;

CREATE FUNCTION pos_web.make_code(session text, store uuid, asked jsonb) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
DECLARE
  me record;
BEGIN
  SELECT * INTO me FROM pos_web.enter(session, store, 'manager', true);
  PERFORM note(store, me.account, me.name, 'code', '', '{}', '{}');
  RETURN jsonb_build_object('code', pos_admin.make_code(store, 60), 'minutes', 60);
END
$$;

-- The lane that is asked about, kept from changing meanwhile.
CREATE FUNCTION pos_web.lane_of(store uuid, asked jsonb) RETURNS pos.lanes LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
  lane pos.lanes;
BEGIN
  SELECT * INTO lane FROM pos.lanes l WHERE l.store_id = store AND l.node_id = asked ->> 'node' FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM pos_web.refuse(404, 'The store has no such lane.');
  END IF;
  RETURN lane;
END
$$;

-- As people call it.
CREATE FUNCTION pos_web.name_of(lane pos.lanes) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN coalesce(nullif(lane.label, ''), left(lane.node_id, 8));

CREATE FUNCTION pos_web.revoke_lane(session text, store uuid, asked jsonb) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
DECLARE
  me record;
  lane lanes;
BEGIN
  SELECT * INTO me FROM pos_web.enter(session, store, 'manager', true);
  lane := pos_web.lane_of(store, asked);
  IF lane.state <> 'revoked' THEN
    PERFORM pos_admin.revoke(store, lane.node_id);
    PERFORM note(store, me.account, me.name, 'lane', pos_web.name_of(lane), jsonb_build_object('state', lane.state), '{"state": "revoked"}');
  END IF;
  RETURN '{}';
END
$$;

-- Another lane asked for a lane to be cut off, and whoever looked at it says no. It may be asked for again.
CREATE FUNCTION pos_web.keep_lane(session text, store uuid, asked jsonb) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
DECLARE
  me record;
  lane lanes;
BEGIN
  SELECT * INTO me FROM pos_web.enter(session, store, 'manager', true);
  lane := pos_web.lane_of(store, asked);
  IF lane.asked_at > 0 THEN
    UPDATE lanes l SET asked_at = 0, asked_by = '' WHERE l.store_id = store AND l.node_id = lane.node_id;
    PERFORM note(store, me.account, me.name, 'lane', pos_web.name_of(lane), '{"request": "cut it off"}', '{"request": "dismissed"}');
  END IF;
  RETURN '{}';
END
$$;

-- Tries what is parked again, such as after an upgrade; says how many are applied now.
CREATE FUNCTION pos_web.retry_parked(session text, store uuid, asked jsonb) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
BEGIN
  PERFORM pos_web.enter(session, store, 'manager', true);
  PERFORM pg_advisory_xact_lock(hashtextextended(store::text, 7067));
  RETURN jsonb_build_object('applied', retry_parked());
END
$$;

-- The last 50 changes made on the page, before one of them where it says which.
CREATE FUNCTION pos_web.changes(session text, store uuid, asked jsonb) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
DECLARE
  result jsonb;
BEGIN
  PERFORM pos_web.enter(session, store, 'viewer', true);
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', j.id, 'at', j.at, 'account', j.account, 'what', j.what, 'thing', j.thing,
                                               'before', j.before, 'after', j.after) ORDER BY j.id DESC), '[]')
  INTO result
  FROM (SELECT * FROM account_journal a
        WHERE a.store_id = store AND a.id < coalesce((asked ->> 'before')::bigint, 9223372036854775807)
        ORDER BY a.id DESC LIMIT 51) j;
  RETURN jsonb_build_object('changes', result - 50, 'more', jsonb_array_length(result) > 50);
END
$$;

-- Whether something is new in stores, for those who wait: another text where it is. Nothing can be read out of it.
CREATE FUNCTION pos_web.pulses(stores uuid[]) RETURNS TABLE (store uuid, pulse text) LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
  SELECT s.id, left(encode(sha256(convert_to(concat_ws(' ', s.id,
    (SELECT h.feed_epoch || h.seq FROM feed_heads h WHERE h.store_id = s.id),
    (SELECT sum(x.applied_seq) || ' ' || count(*) FROM stream x WHERE x.store_id = s.id),
    (SELECT count(*) || ' ' || max(l.enrolled_at) || ' ' || sum(l.asked_at) || ' ' || string_agg(l.state, '' ORDER BY l.node_id)
     FROM lanes l WHERE l.store_id = s.id),
    (SELECT count(*) FROM parked p WHERE p.store_id = s.id)), 'UTF8')), 'hex'), 16)
  FROM stores s WHERE s.id = ANY (stores)
$$;

-- Of the store of a session, so that nobody waits for another's.
CREATE FUNCTION pos_web.pulse(session text, store uuid, asked jsonb) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
BEGIN
  PERFORM pos_web.enter(session, store, 'viewer', false);
  RETURN (SELECT jsonb_build_object('pulse', p.pulse) FROM pos_web.pulses(ARRAY[store]) p);
END
$$;

-- Rights on functions -----------------------------------------------------------------------------------------------------

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA pos_web FROM PUBLIC;
REVOKE ALL ON FUNCTION
  pos.note(uuid, uuid, text, text, text, jsonb, jsonb), pos.account_of(text, boolean), pos.shown_tokens(),
  pos_admin.set_account(text, text, text), pos_admin.give_store(text, uuid, text), pos_admin.end_sessions(text) FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pos_web TO pos_keeper, pos_clerk;
GRANT EXECUTE ON FUNCTION pos.note(uuid, uuid, text, text, text, jsonb, jsonb), pos.account_of(text, boolean) TO pos_keeper;
GRANT EXECUTE ON FUNCTION
  pos.note(uuid, uuid, text, text, text, jsonb, jsonb), pos.store_id(), pos.now_millis(), pos.shown_tokens(), pos.retry_parked(),
  pos.backlog(uuid, text, text)
  TO pos_clerk;
GRANT USAGE ON SCHEMA pos_admin TO pos_keeper;
GRANT EXECUTE ON FUNCTION pos_admin.make_code(uuid, int), pos_admin.revoke(uuid, text) TO pos_keeper;

-- What the page's door may call is written down: a new function is closed until it stands here.
GRANT EXECUTE ON FUNCTION
  pos_web.salt(text), pos_web.sign_in(text, text), pos_web.me(text), pos_web.sign_out(text, boolean),
  pos_web.change_password(text, text, text, text), pos_web.accounts(text, uuid, jsonb),
  pos_web.save_account(text, uuid, jsonb, text, text), pos_web.products(text, uuid, jsonb), pos_web.choices(text, uuid, jsonb),
  pos_web.save_product(text, uuid, jsonb), pos_web.rules(text, uuid, jsonb), pos_web.save_rule(text, uuid, jsonb),
  pos_web.sales(text, uuid, jsonb), pos_web.lanes(text, uuid, jsonb), pos_web.make_code(text, uuid, jsonb),
  pos_web.revoke_lane(text, uuid, jsonb), pos_web.keep_lane(text, uuid, jsonb), pos_web.retry_parked(text, uuid, jsonb), pos_web.changes(text, uuid, jsonb),
  pos_web.pulses(uuid[]), pos_web.pulse(text, uuid, jsonb)
  TO pos_web;

GRANT CREATE ON SCHEMA pos, pos_web TO pos_keeper, pos_clerk;
ALTER FUNCTION pos.shown_tokens() OWNER TO pos_keeper;
ALTER FUNCTION pos_web.salt(text) OWNER TO pos_keeper;
ALTER FUNCTION pos_web.sign_in(text, text) OWNER TO pos_keeper;
ALTER FUNCTION pos_web.enter(text, uuid, text, boolean) OWNER TO pos_keeper;
ALTER FUNCTION pos_web.me(text) OWNER TO pos_keeper;
ALTER FUNCTION pos_web.sign_out(text, boolean) OWNER TO pos_keeper;
ALTER FUNCTION pos_web.change_password(text, text, text, text) OWNER TO pos_keeper;
ALTER FUNCTION pos_web.accounts(text, uuid, jsonb) OWNER TO pos_keeper;
ALTER FUNCTION pos_web.save_account(text, uuid, jsonb, text, text) OWNER TO pos_keeper;
ALTER FUNCTION pos_web.make_code(text, uuid, jsonb) OWNER TO pos_keeper;
ALTER FUNCTION pos_web.revoke_lane(text, uuid, jsonb) OWNER TO pos_keeper;
ALTER FUNCTION pos_web.keep_lane(text, uuid, jsonb) OWNER TO pos_keeper;
ALTER FUNCTION pos_web.pulses(uuid[]) OWNER TO pos_keeper;
ALTER FUNCTION pos_web.products(text, uuid, jsonb) OWNER TO pos_clerk;
ALTER FUNCTION pos_web.choices(text, uuid, jsonb) OWNER TO pos_clerk;
ALTER FUNCTION pos_web.save_product(text, uuid, jsonb) OWNER TO pos_clerk;
ALTER FUNCTION pos_web.rules(text, uuid, jsonb) OWNER TO pos_clerk;
ALTER FUNCTION pos_web.save_rule(text, uuid, jsonb) OWNER TO pos_clerk;
ALTER FUNCTION pos_web.sales(text, uuid, jsonb) OWNER TO pos_clerk;
ALTER FUNCTION pos_web.lanes(text, uuid, jsonb) OWNER TO pos_clerk;
ALTER FUNCTION pos_web.retry_parked(text, uuid, jsonb) OWNER TO pos_clerk;
ALTER FUNCTION pos_web.changes(text, uuid, jsonb) OWNER TO pos_clerk;
ALTER FUNCTION pos_web.pulse(text, uuid, jsonb) OWNER TO pos_clerk;
REVOKE CREATE ON SCHEMA pos, pos_web FROM pos_keeper, pos_clerk;

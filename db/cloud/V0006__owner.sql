-- What the owner of the database does: stores, codes, revocations, upkeep. Open to nobody else.

CREATE FUNCTION pos_admin.create_store(name text) RETURNS uuid LANGUAGE sql VOLATILE
AS $$
  INSERT INTO pos.stores (name) VALUES (name) RETURNING id
$$;

-- A code for one lane, of 80 random bits, good for so many minutes; it is shown here once.
CREATE FUNCTION pos_admin.make_code(store uuid, minutes int DEFAULT 60) RETURNS text LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
  letters text := 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  random bytea := sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'));
  code text := '';
BEGIN
  FOR i IN 0..15 LOOP
    code := code || substr(letters, get_byte(random, i) % 32 + 1, 1);
  END LOOP;
  INSERT INTO pos.store_codes (hash, store_id, expires_at)
  VALUES (sha256(convert_to(code, 'UTF8')), store, pos.now_millis() + minutes * 60000::bigint);
  RETURN regexp_replace(code, '(....)(....)(....)(....)', '\1-\2-\3-\4');
END
$$;

-- Cuts a lane off for good.
CREATE FUNCTION pos_admin.revoke(store uuid, node text) RETURNS boolean LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
  UPDATE pos.tokens SET revoked_at = pos.now_millis() WHERE store_id = store AND node_id = node AND revoked_at = 0;
  UPDATE pos.lanes SET state = 'revoked' WHERE store_id = store AND node_id = node;
  RETURN FOUND;
END
$$;

-- Lanes of which a lane of their store said that it revoked them, and which are not cut off here: for revoke(), once somebody has looked.
CREATE FUNCTION pos_admin.asked_revocations() RETURNS TABLE (store uuid, node text, label text, asked_at timestamptz, asked_by text)
  LANGUAGE sql STABLE
AS $$
  SELECT l.store_id, l.node_id, l.label, to_timestamp(l.asked_at / 1000.0), coalesce(nullif(a.label, ''), l.asked_by)
  FROM pos.lanes l LEFT JOIN pos.lanes a ON a.store_id = l.store_id AND a.node_id = l.asked_by
  WHERE l.asked_at > 0 AND l.state <> 'revoked'
  ORDER BY l.asked_at
$$;

-- After a backup of the cloud was restored: all lanes read the feed anew.
CREATE FUNCTION pos_admin.renew_feed(store uuid) RETURNS void LANGUAGE sql VOLATILE
AS $$
  UPDATE pos.feed_heads SET feed_epoch = left(md5(gen_random_uuid()::text), 16) WHERE store_id = store
$$;

-- Versions of things that are superseded for so many days, and codes that nobody can use, are of no use to anybody.
CREATE FUNCTION pos_admin.tidy(days int DEFAULT 30) RETURNS bigint LANGUAGE sql VOLATILE
AS $$
  WITH codes AS (DELETE FROM pos.store_codes WHERE expires_at < pos.now_millis() - days * 86400000::bigint),
       gone AS (DELETE FROM pos.feed WHERE NOT latest AND at < pos.now_millis() - days * 86400000::bigint RETURNING 1)
  SELECT count(*) FROM gone
$$;

-- Tries the parked events of a store again, after an upgrade, group by group; returns how many are applied now.
CREATE FUNCTION pos.retry_parked() RETURNS bigint LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
DECLARE
  p record;
  r record;
  done bigint := 0;
BEGIN
  FOR p IN
    SELECT k.store_id, k.origin, k.epoch, k.txg, array_agg(k.seq ORDER BY k.seq) AS seqs, array_agg(l.payload ORDER BY k.seq) AS payloads,
           array_agg(jsonb_build_object('topic', l.type, 'agg', l.agg, 'hlc', l.hlc, 'origin', l.origin, 'epoch', l.epoch,
                                        'schema', l.schema, 'seq', l.seq)
                     ORDER BY k.seq) AS events
    FROM parked k JOIN event_log l USING (store_id, origin, epoch, seq)
    GROUP BY 1, 2, 3, 4 ORDER BY min(l.arrived_at), min(k.seq)
  LOOP
    SELECT * INTO r FROM apply_group(p.store_id, p.events, p.payloads);
    IF r.outcomes[1] = 'parked' THEN
      UPDATE parked k SET attempts = k.attempts + 1, reason = t.reason
      FROM unnest(p.seqs, r.reasons) AS t (seq, reason)
      WHERE k.store_id = p.store_id AND k.origin = p.origin AND k.epoch = p.epoch AND k.seq = t.seq;
    ELSE
      DELETE FROM parked k WHERE k.store_id = p.store_id AND k.origin = p.origin AND k.epoch = p.epoch AND k.seq = ANY (p.seqs);
      done := done + cardinality(p.seqs);
    END IF;
  END LOOP;
  RETURN done;
END
$$;

CREATE FUNCTION pos_admin.retry_parked(store uuid) RETURNS bigint LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(store::text, 7067));
  PERFORM pos.enter(store, 'owner');
  RETURN pos.retry_parked();
END
$$;

-- Rights on functions -----------------------------------------------------------------------------------------------------

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA pos, pos_api, pos_admin FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pos TO pos_keeper;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pos TO pos_worker;
-- With these one could make oneself any store's lane, or number changes past the lock.
REVOKE EXECUTE ON FUNCTION
  pos.context_mac(text, text), pos.enter(uuid, text), pos.publish(text, uuid[], text[]), pos.stamp(uuid[], text[]),
  pos.body(text, uuid, text), pos.close_rows(text, boolean, boolean) FROM pos_worker;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pos_api TO pos_keeper, pos_worker, pos_door;

-- A function runs as its owner. To be given one, the owner has to be allowed to make things there: for this moment only.
GRANT CREATE ON SCHEMA pos, pos_api TO pos_keeper, pos_worker;
ALTER FUNCTION pos.context_mac(text, text) OWNER TO pos_keeper;
ALTER FUNCTION pos.store_id() OWNER TO pos_keeper;
ALTER FUNCTION pos.after_change() OWNER TO pos_keeper;
ALTER FUNCTION pos.publish_own(text, text[]) OWNER TO pos_keeper;
ALTER FUNCTION pos.elsewhere(text) OWNER TO pos_keeper;
ALTER FUNCTION pos.renew_lost_feed(text) OWNER TO pos_keeper;
ALTER FUNCTION pos.seen(text) OWNER TO pos_keeper;
ALTER FUNCTION pos_api.authenticate(text) OWNER TO pos_keeper;
ALTER FUNCTION pos_api.enrol(text, text, text) OWNER TO pos_keeper;
ALTER FUNCTION pos.retry_parked() OWNER TO pos_worker;
ALTER FUNCTION pos_api.ingest(text, jsonb) OWNER TO pos_worker;
ALTER FUNCTION pos_api.positions(text, text, text) OWNER TO pos_worker;
ALTER FUNCTION pos_api.pull_changes(text, text, int, text, text) OWNER TO pos_worker;
ALTER FUNCTION pos_api.pull_products(text, text, int) OWNER TO pos_worker;
ALTER FUNCTION pos_api.digests(text, date) OWNER TO pos_worker;
REVOKE CREATE ON SCHEMA pos, pos_api FROM pos_keeper, pos_worker;

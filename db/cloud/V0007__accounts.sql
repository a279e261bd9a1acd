-- People who sign in to the web page. pos_web is the door of the page: it may call what is in the schema pos_web and nothing else. pos_clerk
-- owns the functions that work for one store, and sees the rows of that store only. A change that it makes is a change by hand: the feed has it.

DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['pos_clerk NOLOGIN', 'pos_web LOGIN'] LOOP
    BEGIN
      EXECUTE 'CREATE ROLE ' || wanted;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL; -- Roles belong to the server: another database has made it.
    END;
  END LOOP;
  EXECUTE format('GRANT pos_clerk TO %I', current_user);
END
$$;

CREATE SCHEMA pos_web;
GRANT USAGE ON SCHEMA pos TO pos_clerk;
GRANT USAGE ON SCHEMA pos_web TO pos_keeper, pos_clerk, pos_web;

-- What proves a password is bcrypt's output, computed by the gateway: the password itself never comes here. Of the proof only the SHA-256
-- is kept, so that nobody can show what he read.
CREATE TABLE pos.accounts (
  id          uuid   NOT NULL PRIMARY KEY DEFAULT gen_random_uuid(),
  name        text   NOT NULL CHECK (name ~ '^\S(.{0,58}\S)?$'),
  salt        text   NOT NULL CHECK (salt ~ '^\$2a\$1[0-9]\$[./A-Za-z0-9]{22}$'),
  proof       bytea  NOT NULL CHECK (octet_length(proof) = 32),
  created_at  bigint NOT NULL DEFAULT pos.now_millis(),
  password_at bigint NOT NULL DEFAULT pos.now_millis()
);

CREATE UNIQUE INDEX accounts_by_name ON pos.accounts (lower(name));

CREATE TABLE pos.account_stores (
  account_id uuid NOT NULL REFERENCES pos.accounts (id) ON DELETE CASCADE,
  store_id   uuid NOT NULL REFERENCES pos.stores (id),
  role       text NOT NULL CHECK (role IN ('viewer', 'manager', 'owner')),
  PRIMARY KEY (account_id, store_id)
);

CREATE TABLE pos.sessions (
  hash       bytea  NOT NULL PRIMARY KEY CHECK (octet_length(hash) = 32),
  account_id uuid   NOT NULL REFERENCES pos.accounts (id) ON DELETE CASCADE,
  created_at bigint NOT NULL DEFAULT pos.now_millis(),
  used_at    bigint NOT NULL DEFAULT pos.now_millis(),
  ends_at    bigint NOT NULL
);

CREATE INDEX sessions_by_account ON pos.sessions (account_id);

-- Who changed what on the page. The account's name stays when the account is gone.
CREATE TABLE pos.account_journal (
  store_id   uuid   NOT NULL REFERENCES pos.stores (id),
  id         bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  at         bigint NOT NULL DEFAULT pos.now_millis(),
  account_id uuid   NOT NULL,
  account    text   NOT NULL,
  what       text   NOT NULL,
  thing      text   NOT NULL,
  before     jsonb  NOT NULL,
  after      jsonb  NOT NULL,
  PRIMARY KEY (store_id, id)
);

-- The page lists products by name.
CREATE INDEX products_by_name ON pos.products (store_id, lower(name), id);

-- Rows -------------------------------------------------------------------------------------------------------------------

SELECT pos.close_rows(name, false, false) FROM unnest(ARRAY['accounts', 'account_stores', 'sessions', 'account_journal']) AS t (name);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'lanes', 'stream', 'parked', 'event_log', 'transactions', 'transaction_items', 'transaction_tenders', 'inventory', 'products',
    'product_barcodes', 'discount_rules', 'pos_config', 'versions', 'account_journal'] LOOP
    EXECUTE format('CREATE POLICY clerk ON pos.%I TO pos_clerk
      USING (store_id = (SELECT pos.store_id())) WITH CHECK (store_id = (SELECT pos.store_id()))', name);
    EXECUTE format('GRANT SELECT ON pos.%I TO pos_clerk', name);
  END LOOP;
END
$$;

GRANT INSERT, UPDATE ON pos.products, pos.discount_rules TO pos_clerk;
GRANT INSERT, UPDATE, DELETE ON pos.product_barcodes TO pos_clerk;
GRANT INSERT ON pos.account_journal TO pos_clerk, pos_keeper;
GRANT SELECT ON pos.stream, pos.parked TO pos_keeper;
GRANT SELECT, INSERT, UPDATE, DELETE ON pos.accounts, pos.account_stores, pos.sessions TO pos_keeper;

-- Errors -----------------------------------------------------------------------------------------------------------------

-- As pos_api.refuse(), with more about it: the field, or how the thing is now.
CREATE FUNCTION pos_web.refuse(status int, message text, about jsonb DEFAULT '{}') RETURNS void LANGUAGE plpgsql
AS $$
BEGIN
  RAISE EXCEPTION '%', message USING ERRCODE = 'PT' || status, DETAIL = about::text;
END
$$;

CREATE FUNCTION pos.note(store uuid, who uuid, account text, what text, thing text, before jsonb, after jsonb) RETURNS void
  LANGUAGE sql VOLATILE SET search_path = pos, pg_temp
AS $$
  INSERT INTO account_journal (store_id, account_id, account, what, thing, before, after)
  VALUES (store, who, note.account, note.what, note.thing, note.before, note.after)
$$;

-- Signing in -------------------------------------------------------------------------------------------------------------

-- The salt to compute the proof with. A name that nobody has gets one as well, always the same, so that the answer to a wrong name takes
-- as long as the answer to a wrong password.
CREATE FUNCTION pos_web.salt(name text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
  SELECT coalesce(
    (SELECT a.salt FROM accounts a WHERE lower(a.name) = lower(salt.name)),
    (SELECT '$2a$12$' || translate(left(encode(sha256(convert_to(k.key || lower(salt.name), 'UTF8')), 'base64'), 22), '+', '.')
     FROM context_key k))
$$;

-- Opens a session of twelve hours; null where name and proof do not belong together.
CREATE FUNCTION pos_web.sign_in(name text, proof text) RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
DECLARE
  who uuid;
  token text := replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
BEGIN
  SELECT a.id INTO who FROM accounts a
  WHERE lower(a.name) = lower(sign_in.name) AND a.proof = sha256(convert_to(sign_in.proof, 'UTF8'));
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  DELETE FROM sessions s WHERE s.ends_at < now_millis();
  DELETE FROM sessions s WHERE s.account_id = who AND s.hash NOT IN (
    SELECT n.hash FROM sessions n WHERE n.account_id = who ORDER BY n.used_at DESC LIMIT 19);
  INSERT INTO sessions (hash, account_id, ends_at)
  VALUES (sha256(convert_to(token, 'UTF8')), who, now_millis() + 12 * 3600000);
  RETURN token;
END
$$;

-- Whose session it is. One that nobody used for two hours is over; asking whether something is new is no use.
CREATE FUNCTION pos.account_of(session text, by_hand boolean) RETURNS pos.accounts LANGUAGE plpgsql VOLATILE
  SET search_path = pos, pg_temp
AS $$
DECLARE
  shown sessions;
  who accounts;
BEGIN
  SELECT * INTO shown FROM sessions s WHERE s.hash = sha256(convert_to(coalesce(session, ''), 'UTF8'));
  IF NOT FOUND OR shown.ends_at < now_millis() OR shown.used_at < now_millis() - 2 * 3600000 THEN
    PERFORM pos_web.refuse(401, 'You are not signed in any more.');
  END IF;
  IF by_hand AND shown.used_at < now_millis() - 60000 THEN
    UPDATE sessions s SET used_at = now_millis() WHERE s.hash = shown.hash;
  END IF;
  SELECT * INTO who FROM accounts a WHERE a.id = shown.account_id;
  RETURN who;
END
$$;

-- From here on the transaction is that store's, for an account whose role is at least so high.
CREATE FUNCTION pos_web.enter(session text, store uuid, at_least text, by_hand boolean, OUT account uuid, OUT name text) LANGUAGE plpgsql
  VOLATILE SECURITY DEFINER SET search_path = pos, pg_temp
AS $$
DECLARE
  who accounts := account_of(session, by_hand);
  ranks text[] := ARRAY['viewer', 'manager', 'owner'];
  has text;
BEGIN
  PERFORM set_config('pos.context', '', true);
  SELECT s.role INTO has FROM account_stores s WHERE s.account_id = who.id AND s.store_id = store;
  IF NOT FOUND THEN
    PERFORM pos_web.refuse(403, 'This account is not for that store.');
  END IF;
  IF array_position(ranks, has) < array_position(ranks, at_least) THEN
    PERFORM pos_web.refuse(403, 'This account may look, but not do this: it takes the role ' || at_least || '.');
  END IF;
  PERFORM enter(store, 'page');
  account := who.id;
  name := who.name;
END
$$;

CREATE FUNCTION pos_web.me(session text) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
DECLARE
  who accounts := account_of(session, true);
BEGIN
  RETURN jsonb_build_object('name', who.name, 'stores', coalesce((
    SELECT jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'role', a.role) ORDER BY s.name, s.id)
    FROM account_stores a JOIN stores s ON s.id = a.store_id WHERE a.account_id = who.id), '[]'));
END
$$;

-- Ends this session, or all of the account.
CREATE FUNCTION pos_web.sign_out(session text, everywhere boolean) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
DECLARE
  who accounts := account_of(session, false);
BEGIN
  DELETE FROM sessions s
  WHERE s.account_id = who.id AND (everywhere OR s.hash = sha256(convert_to(session, 'UTF8')));
  RETURN '{}';
END
$$;

-- Ends all other sessions: whoever learned the old password is out.
CREATE FUNCTION pos_web.change_password(session text, old_proof text, new_salt text, new_proof text) RETURNS boolean LANGUAGE plpgsql
  VOLATILE SECURITY DEFINER SET search_path = pos, pg_temp
AS $$
DECLARE
  who accounts := account_of(session, true);
BEGIN
  IF who.proof <> sha256(convert_to(old_proof, 'UTF8')) THEN
    RETURN false;
  END IF;
  UPDATE accounts a SET salt = new_salt, proof = sha256(convert_to(new_proof, 'UTF8')), password_at = now_millis() WHERE a.id = who.id;
  DELETE FROM sessions s WHERE s.account_id = who.id AND s.hash <> sha256(convert_to(session, 'UTF8'));
  RETURN true;
END
$$;

-- Accounts of a store, by an owner of it ------------------------------------------------------------------------------------

CREATE FUNCTION pos_web.accounts(session text, store uuid, asked jsonb) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pos, pg_temp
AS $$
BEGIN
  PERFORM pos_web.enter(session, store, 'owner', true);
  RETURN jsonb_build_object('accounts', (
    SELECT jsonb_agg(jsonb_build_object(
      'name', a.name, 'role', r.role, 'since', a.created_at,
      'sessions', (SELECT count(*) FROM sessions s
                   WHERE s.account_id = a.id AND s.ends_at > now_millis() AND s.used_at > now_millis() - 2 * 3600000),
      'lastUsedAt', coalesce((SELECT max(s.used_at) FROM sessions s WHERE s.account_id = a.id), 0)) ORDER BY lower(a.name))
    FROM account_stores r JOIN accounts a ON a.id = r.account_id WHERE r.store_id = store));
END
$$;

-- Adds an account to the store, or changes its role there. A password is given to a new account only: an account may be of several
-- stores, and the owner of one of them must not get into another by it.
CREATE FUNCTION pos_web.save_account(session text, store uuid, asked jsonb, new_salt text, new_proof text) RETURNS jsonb LANGUAGE plpgsql
  VOLATILE SECURITY DEFINER SET search_path = pos, pg_temp
AS $$
DECLARE
  me record;
  other accounts;
  before text;
  wanted text := asked ->> 'role';
BEGIN
  SELECT * INTO me FROM pos_web.enter(session, store, 'owner', true);
  IF wanted IS NULL OR wanted NOT IN ('viewer', 'manager', 'owner', 'none') THEN
    PERFORM pos_web.refuse(422, 'The role is owner, manager or viewer.', '{"field": "role"}');
  END IF;
  IF coalesce(asked ->> 'name', '') !~ '^\S(.{0,58}\S)?$' THEN
    PERFORM pos_web.refuse(422, 'A name has 1 to 60 characters.', '{"field": "name"}');
  END IF;
  SELECT * INTO other FROM accounts a WHERE lower(a.name) = lower(asked ->> 'name');
  SELECT s.role INTO before FROM account_stores s WHERE s.account_id = other.id AND s.store_id = store;
  IF other.id = me.account THEN
    PERFORM pos_web.refuse(422, 'Nobody changes his own role: let another owner do it.', '{"field": "role"}');
  END IF;
  IF before IS NULL AND (other.id IS NOT NULL OR new_proof IS NULL OR wanted = 'none') THEN
    PERFORM pos_web.refuse(422, CASE WHEN other.id IS NULL THEN 'A new account needs a password.' ELSE 'Somebody has this name already.' END,
                           jsonb_build_object('field', CASE WHEN other.id IS NULL THEN 'password' ELSE 'name' END));
  END IF;
  IF before IS NOT NULL AND new_proof IS NOT NULL THEN
    PERFORM pos_web.refuse(422, 'Somebody has this name already.', '{"field": "name"}');
  END IF;
  IF before IS NULL THEN
    INSERT INTO accounts (name, salt, proof) VALUES (asked ->> 'name', new_salt, sha256(convert_to(new_proof, 'UTF8')))
    RETURNING * INTO other;
  END IF;
  IF wanted = 'none' THEN
    DELETE FROM account_stores s WHERE s.account_id = other.id AND s.store_id = store;
  ELSE
    INSERT INTO account_stores (account_id, store_id, role) VALUES (other.id, store, wanted)
    ON CONFLICT (account_id, store_id) DO UPDATE SET role = excluded.role;
  END IF;
  DELETE FROM sessions s WHERE s.account_id = other.id;
  PERFORM note(store, me.account, me.name, 'account', other.name,
               jsonb_build_object('role', coalesce(before, 'none')), jsonb_build_object('role', wanted));
  RETURN '{}';
END
$$;

-- The owner of the database -----------------------------------------------------------------------------------------------

-- An account with the role owner in all stores, or a new password for it; every session of it ends. Where there is no store yet, it gets
-- the first one.
CREATE FUNCTION pos_admin.set_account(account text, new_salt text, new_proof text) RETURNS uuid LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
  who uuid;
BEGIN
  IF NOT EXISTS (SELECT FROM pos.stores) THEN
    PERFORM pos_admin.create_store('My store');
  END IF;
  SELECT a.id INTO who FROM pos.accounts a WHERE lower(a.name) = lower(account);
  IF FOUND THEN
    UPDATE pos.accounts a SET salt = new_salt, proof = sha256(convert_to(new_proof, 'UTF8')), password_at = pos.now_millis()
    WHERE a.id = who;
    DELETE FROM pos.sessions s WHERE s.account_id = who;
  ELSE
    INSERT INTO pos.accounts (name, salt, proof) VALUES (account, new_salt, sha256(convert_to(new_proof, 'UTF8'))) RETURNING id INTO who;
  END IF;
  INSERT INTO pos.account_stores (account_id, store_id, role) SELECT who, s.id, 'owner' FROM pos.stores s
  ON CONFLICT (account_id, store_id) DO UPDATE SET role = 'owner';
  RETURN who;
END
$$;

-- Gives an account a role in a store.
CREATE FUNCTION pos_admin.give_store(account text, store uuid, a_role text) RETURNS void LANGUAGE sql VOLATILE
AS $$
  INSERT INTO pos.account_stores (account_id, store_id, role)
  SELECT a.id, store, a_role FROM pos.accounts a WHERE lower(a.name) = lower(account)
  ON CONFLICT (account_id, store_id) DO UPDATE SET role = excluded.role
$$;

-- Signs an account out everywhere.
CREATE FUNCTION pos_admin.end_sessions(account text) RETURNS bigint LANGUAGE sql VOLATILE
AS $$
  WITH gone AS (DELETE FROM pos.sessions s USING pos.accounts a WHERE a.id = s.account_id AND lower(a.name) = lower(account) RETURNING 1)
  SELECT count(*) FROM gone
$$;

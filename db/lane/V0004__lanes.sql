-- Lanes that replicate: which edit each thing shows, what managers look at, sales put aside, and what delivery needs.

-- Two lanes may give one PIN or one badge to two people while they are apart. The merge keeps both rows; who came later needs a new
-- PIN. On one lane the repository refuses it.
DROP INDEX employees_one_active_pin;
DROP INDEX employees_one_active_badge;
ALTER TABLE employees ADD COLUMN pin_reset_required INTEGER NOT NULL DEFAULT 0 CHECK (pin_reset_required IN (0, 1));
CREATE INDEX employees_by_badge ON employees (badge_lookup, isActive) WHERE badge_lookup <> '';

-- The edit that a part of a shared thing shows; base is the edit that whoever made it saw, rival the highest of those that lost.
CREATE TABLE versions (
  agg   TEXT NOT NULL,
  part  TEXT NOT NULL,
  hlc   TEXT NOT NULL,
  node  TEXT NOT NULL,
  base  TEXT NOT NULL,
  rival TEXT NOT NULL,
  PRIMARY KEY (agg, part)
) STRICT, WITHOUT ROWID;

-- What a manager has to look at. A resolution may arrive before what it resolves: such a row has an empty kind.
CREATE TABLE reviews (
  id          TEXT    NOT NULL PRIMARY KEY,
  kind        TEXT    NOT NULL,
  subject     TEXT    NOT NULL,
  detail      TEXT    NOT NULL CHECK (json_valid(detail)),
  at          INTEGER NOT NULL,
  resolved    INTEGER NOT NULL CHECK (resolved IN (0, 1)),
  resolved_by TEXT    NOT NULL DEFAULT '',
  resolved_at INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX reviews_open ON reviews (at, id) WHERE resolved = 0;
CREATE INDEX reviews_about ON reviews (subject) WHERE resolved = 0;

-- Deliveries and counts, which are few: stock below zero is put up for review once after each.
CREATE INDEX inventory_counted ON inventory_changes (product_id, createdAt, id) WHERE reason <> 'sale';

-- Sales put aside; whoever resumes one has claimed the name suspended:ID.
CREATE TABLE suspended_transactions (
  id             TEXT    NOT NULL PRIMARY KEY,
  number         TEXT    NOT NULL,
  workstation_id TEXT    NOT NULL,
  operator_name  TEXT    NOT NULL,
  total_cents    INTEGER NOT NULL,
  item_count     INTEGER NOT NULL,
  note           TEXT    NOT NULL,
  body           TEXT    NOT NULL CHECK (json_valid(body)),
  createdAt      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX suspended_transactions_by_number ON suspended_transactions (number);
CREATE INDEX suspended_transactions_by_time ON suspended_transactions (createdAt, id);

-- Who took what only one may have. Several claims of one name are all kept: the earliest by hlc and node counts.
CREATE TABLE claims (
  name      TEXT    NOT NULL,
  hlc       TEXT    NOT NULL,
  node      TEXT    NOT NULL,
  id        TEXT    NOT NULL,
  actor     TEXT    NOT NULL,
  createdAt INTEGER NOT NULL,
  PRIMARY KEY (name, hlc, node, id)
) STRICT, WITHOUT ROWID;

-- A lane is its key: node_id is the hash of it.
ALTER TABLE lanes DROP COLUMN spki_sha256;

-- own: written by this lane, in outbox; else kept in foreign_log. previous: the link that the first event continues. What is below
-- purged_seq is not kept any longer; purged_hash is the link there, which the next event continues.
ALTER TABLE stream ADD COLUMN own INTEGER NOT NULL DEFAULT 0 CHECK (own IN (0, 1));
ALTER TABLE stream ADD COLUMN previous TEXT NOT NULL DEFAULT '00000000000000000000000000000000';
ALTER TABLE stream ADD COLUMN purged_seq INTEGER NOT NULL DEFAULT 0 CHECK (purged_seq BETWEEN 0 AND applied_seq);
ALTER TABLE stream ADD COLUMN purged_hash TEXT NOT NULL DEFAULT '';

INSERT INTO stream (origin, epoch, applied_seq, applied_hash, own, previous)
SELECT last.origin, last.epoch, last.seq, last.hash, 1,
       COALESCE((SELECT b.hash FROM outbox f JOIN outbox b ON b.position = f.position - 1
                 WHERE f.origin = last.origin AND f.epoch = last.epoch AND f.seq = 1),
                '00000000000000000000000000000000')
FROM outbox last
WHERE last.seq = (SELECT MAX(o.seq) FROM outbox o WHERE o.origin = last.origin AND o.epoch = last.epoch);

-- With no other lane everything has reached all other lanes. How many have a status follows from delivery; no index is needed.
DROP INDEX outbox_by_status;
UPDATE outbox SET status = 'peer_ack';

-- The state of a target is in lanes, its trouble in retries.
ALTER TABLE delivery DROP COLUMN state;
-- Where the stream was when the target became one: what was before comes to it with a snapshot and is not waited for.
ALTER TABLE delivery ADD COLUMN since_seq INTEGER NOT NULL DEFAULT 0;
CREATE INDEX delivery_by_stream ON delivery (origin, epoch);

-- Nothing was ever in it. Now an event has its columns, as in outbox: what travels, exactly as it came.
DROP TABLE foreign_log;
CREATE TABLE foreign_log (
  origin     TEXT    NOT NULL,
  epoch      TEXT    NOT NULL,
  seq        INTEGER NOT NULL CHECK (seq >= 1),
  id         TEXT    NOT NULL,
  type       TEXT    NOT NULL,
  createdAt  INTEGER NOT NULL,
  txg        INTEGER NOT NULL,
  agg        TEXT    NOT NULL,
  hlc        TEXT    NOT NULL,
  actor      TEXT    NOT NULL,
  schema     INTEGER NOT NULL,
  hash       TEXT    NOT NULL,
  bytes      INTEGER NOT NULL,
  arrived_at INTEGER NOT NULL,
  payload    TEXT    NOT NULL,
  PRIMARY KEY (origin, epoch, seq)
) STRICT, WITHOUT ROWID;

-- Somebody decided that the event will never be applied here: not listed and not tried any more, and still not applied.
ALTER TABLE parked ADD COLUMN discarded_at INTEGER NOT NULL DEFAULT 0;

-- inbox_processed has the number of the event's place; how old a row is says foreign_log.
DROP INDEX inbox_processed_by_time;

-- A lane that joins gets the sums first and the changes behind them later: base is what of a sum has no changes here yet.
ALTER TABLE inventory ADD COLUMN base INTEGER NOT NULL DEFAULT 0;
ALTER TABLE inventory ADD COLUMN base_sold INTEGER NOT NULL DEFAULT 0;

-- What was set aside before something else took its place: rows and events that were not what the log or most lanes say. Never read by
-- the program: for whoever looks into it.
CREATE TABLE quarantine (
  number INTEGER NOT NULL PRIMARY KEY,
  at     INTEGER NOT NULL,
  what   TEXT    NOT NULL,
  reason TEXT    NOT NULL,
  raw    TEXT    NOT NULL
) STRICT;

-- What was changed centrally: of each thing the newest change, as the cloud gave it, to be handed on to a lane that has no line of its own.
-- How far this lane is says cloud.cursor in lane_local, which moves in the same transaction.
CREATE TABLE cloud_changes (
  kind TEXT    NOT NULL,
  id   TEXT    NOT NULL,
  seq  INTEGER NOT NULL CHECK (seq >= 1),
  body TEXT    NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX cloud_changes_by_seq ON cloud_changes (seq);

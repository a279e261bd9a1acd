-- Written by SchemaTest from the migrated database. Not to be edited.

CREATE TABLE claims (
  name      TEXT    NOT NULL,
  hlc       TEXT    NOT NULL,
  node      TEXT    NOT NULL,
  id        TEXT    NOT NULL,
  actor     TEXT    NOT NULL,
  createdAt INTEGER NOT NULL,
  PRIMARY KEY (name, hlc, node, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE cloud_changes (
  kind TEXT    NOT NULL,
  id   TEXT    NOT NULL,
  seq  INTEGER NOT NULL CHECK (seq >= 1),
  body TEXT    NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE delivery (
  target      TEXT    NOT NULL,
  origin      TEXT    NOT NULL,
  epoch       TEXT    NOT NULL,
  sent_seq    INTEGER NOT NULL DEFAULT 0,
  acked_seq   INTEGER NOT NULL DEFAULT 0,
  retries     INTEGER NOT NULL DEFAULT 0,
  last_ack_at INTEGER NOT NULL DEFAULT 0,
  last_error  TEXT    NOT NULL DEFAULT '', since_seq INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (target, origin, epoch),
  CHECK (acked_seq <= sent_seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE discount_rules (
  id                       TEXT    NOT NULL PRIMARY KEY,
  scope                    TEXT    NOT NULL,
  category                 TEXT    NOT NULL DEFAULT '',
  size                     TEXT    NOT NULL DEFAULT '',
  percent                  INTEGER NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 1000000),
  fixedAmount              INTEGER NOT NULL DEFAULT 0 CHECK (fixedAmount >= 0),
  employeeApprovalRequired INTEGER NOT NULL DEFAULT 0 CHECK (employeeApprovalRequired IN (0, 1)),
  isActive                 INTEGER NOT NULL DEFAULT 1 CHECK (isActive IN (0, 1)),
  needs_review             INTEGER NOT NULL DEFAULT 0 CHECK (needs_review IN (0, 1)),
  updatedAt                INTEGER NOT NULL
) STRICT;

CREATE TABLE employees (
  id         TEXT    NOT NULL PRIMARY KEY,
  firstName  TEXT    NOT NULL,
  lastName   TEXT    NOT NULL,
  role       TEXT    NOT NULL,
  pin_lookup TEXT    NOT NULL,
  pin_hash   TEXT    NOT NULL,
  isActive   INTEGER NOT NULL CHECK (isActive IN (0, 1)),
  updatedAt  INTEGER NOT NULL
, pin_length INTEGER NOT NULL DEFAULT 0 CHECK (pin_length >= 0), badge_lookup TEXT NOT NULL DEFAULT '', pin_reset_required INTEGER NOT NULL DEFAULT 0 CHECK (pin_reset_required IN (0, 1))) STRICT;

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

CREATE TABLE inbox_processed (
  id        TEXT    NOT NULL PRIMARY KEY,
  createdAt INTEGER NOT NULL,
  origin    TEXT    NOT NULL,
  epoch     TEXT    NOT NULL,
  seq       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE inventory (
  product_id TEXT    NOT NULL PRIMARY KEY,
  on_hand    INTEGER NOT NULL,
  sold_count INTEGER NOT NULL DEFAULT 0 CHECK (sold_count >= 0),
  updatedAt  INTEGER NOT NULL
, base INTEGER NOT NULL DEFAULT 0, base_sold INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;

CREATE TABLE inventory_changes (
  id             TEXT    NOT NULL PRIMARY KEY,
  product_id     TEXT    NOT NULL,
  changeAmount   INTEGER NOT NULL,
  reason         TEXT    NOT NULL,
  transaction_id TEXT    NOT NULL DEFAULT '',
  createdAt      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
  number  INTEGER NOT NULL PRIMARY KEY,
  at      INTEGER NOT NULL,
  kind    TEXT    NOT NULL,
  actor   TEXT    NOT NULL,
  subject TEXT    NOT NULL,
  detail  TEXT    NOT NULL CHECK (json_valid(detail)),
  hash    TEXT    NOT NULL
) STRICT;

CREATE TABLE journal_seals (
  number  INTEGER NOT NULL PRIMARY KEY CHECK (number >= 1),
  hash    TEXT    NOT NULL,
  at      INTEGER NOT NULL,
  key_id  TEXT    NOT NULL,
  seal    TEXT    NOT NULL
) STRICT;

CREATE TABLE lane_local (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE lanes (
  node_id     TEXT NOT NULL PRIMARY KEY,
  label       TEXT NOT NULL,
  state       TEXT NOT NULL CHECK (state IN ('active', 'stale', 'retired', 'revoked')),
  last_addr   TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE open_transaction (
  slot           INTEGER NOT NULL PRIMARY KEY CHECK (slot = 1),
  transaction_id TEXT    NOT NULL,
  body           TEXT    NOT NULL,
  saved_at       INTEGER NOT NULL
) STRICT;

CREATE TABLE outbox (
  position  INTEGER NOT NULL PRIMARY KEY,
  id        TEXT    NOT NULL UNIQUE,
  type      TEXT    NOT NULL,
  payload   TEXT    NOT NULL CHECK (json_valid(payload)),
  status    TEXT    NOT NULL DEFAULT 'pending'
            CHECK (status IN ('pending', 'sent', 'peer_ack', 'cloud_ack', 'error')),
  retries   INTEGER NOT NULL DEFAULT 0,
  createdAt INTEGER NOT NULL,
  origin    TEXT    NOT NULL,
  epoch     TEXT    NOT NULL,
  seq       INTEGER NOT NULL CHECK (seq >= 1),
  txg       INTEGER NOT NULL,
  agg       TEXT    NOT NULL,
  hlc       TEXT    NOT NULL,
  actor     TEXT    NOT NULL,
  schema    INTEGER NOT NULL,
  hash      TEXT    NOT NULL,
  bytes     INTEGER NOT NULL,
  UNIQUE (origin, epoch, seq)
) STRICT;

CREATE TABLE parked (
  origin   TEXT    NOT NULL,
  epoch    TEXT    NOT NULL,
  seq      INTEGER NOT NULL,
  agg      TEXT    NOT NULL,
  reason   TEXT    NOT NULL,
  first_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0, discarded_at INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (origin, epoch, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE pos_config (
  key       TEXT    NOT NULL PRIMARY KEY,
  value     TEXT    NOT NULL CHECK (json_valid(value)),
  updatedAt INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE print_jobs (
  position       INTEGER NOT NULL PRIMARY KEY,
  id             TEXT    NOT NULL UNIQUE,
  transaction_id TEXT    NOT NULL,
  kind           TEXT    NOT NULL,
  document       TEXT    NOT NULL CHECK (json_valid(document)),
  state          TEXT    NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'printed', 'skipped')),
  outcome        TEXT    NOT NULL DEFAULT '',
  attempts       INTEGER NOT NULL DEFAULT 0,
  last_error     TEXT    NOT NULL DEFAULT '',
  createdAt      INTEGER NOT NULL,
  started_at     INTEGER NOT NULL DEFAULT 0,
  finished_at    INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE product_barcodes (
  row_id     INTEGER NOT NULL PRIMARY KEY,
  barcode    TEXT    NOT NULL,
  product_id TEXT    NOT NULL REFERENCES products (id) ON DELETE CASCADE,
  pack_size  INTEGER NOT NULL CHECK (pack_size >= 1),
  updatedAt  INTEGER NOT NULL,
  UNIQUE (barcode, product_id, pack_size)
) STRICT;

CREATE VIRTUAL TABLE product_barcodes_text USING fts5 (
  barcode,
  content = 'product_barcodes',
  content_rowid = 'row_id',
  tokenize = 'trigram'
);

CREATE TABLE products (
  row_id           INTEGER NOT NULL PRIMARY KEY,
  id               TEXT    NOT NULL UNIQUE,
  sku              TEXT    NOT NULL,
  name             TEXT    NOT NULL,
  category         TEXT    NOT NULL,
  size_millilitres INTEGER NOT NULL CHECK (size_millilitres >= 0),
  price_cents      INTEGER NOT NULL CHECK (price_cents >= 0),
  case_size        INTEGER NOT NULL CHECK (case_size >= 1),
  tax_category     TEXT    NOT NULL,
  isActive         INTEGER NOT NULL CHECK (isActive IN (0, 1)),
  needs_review     INTEGER NOT NULL DEFAULT 0 CHECK (needs_review IN (0, 1)),
  updatedAt        INTEGER NOT NULL
) STRICT;

CREATE VIRTUAL TABLE products_text USING fts5 (
  name,
  content = 'products',
  content_rowid = 'row_id',
  tokenize = 'unicode61 remove_diacritics 2',
  prefix = '1 2 3 4'
);

CREATE TABLE quarantine (
  number INTEGER NOT NULL PRIMARY KEY,
  at     INTEGER NOT NULL,
  what   TEXT    NOT NULL,
  reason TEXT    NOT NULL,
  raw    TEXT    NOT NULL
) STRICT;

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

CREATE TABLE stream (
  origin       TEXT    NOT NULL,
  epoch        TEXT    NOT NULL,
  applied_seq  INTEGER NOT NULL,
  applied_hash TEXT    NOT NULL,
  closed       INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)), own INTEGER NOT NULL DEFAULT 0 CHECK (own IN (0, 1)), previous TEXT NOT NULL DEFAULT '00000000000000000000000000000000', purged_seq INTEGER NOT NULL DEFAULT 0 CHECK (purged_seq BETWEEN 0 AND applied_seq), purged_hash TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (origin, epoch)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE transaction_items (
  transaction_id   TEXT    NOT NULL REFERENCES transactions (id),
  line_number      INTEGER NOT NULL CHECK (line_number >= 1),
  product_id       TEXT    NOT NULL,
  sku              TEXT    NOT NULL,
  name             TEXT    NOT NULL,
  category         TEXT    NOT NULL,
  size_millilitres INTEGER NOT NULL,
  pack_size        INTEGER NOT NULL CHECK (pack_size >= 1),
  quantity         INTEGER NOT NULL CHECK (quantity > 0),
  unit_price_cents INTEGER NOT NULL,
  extended_cents   INTEGER NOT NULL,
  tax_category     TEXT    NOT NULL,
  code             TEXT    NOT NULL,
  voided           INTEGER NOT NULL CHECK (voided IN (0, 1)),
  voided_by        TEXT    NOT NULL, regular_price_cents INTEGER NOT NULL DEFAULT 0, price_reason TEXT NOT NULL DEFAULT '', price_changed_by TEXT NOT NULL DEFAULT '', price_approved_by TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (transaction_id, line_number)
) STRICT, WITHOUT ROWID;

CREATE TABLE transaction_taxes (
  transaction_id TEXT    NOT NULL REFERENCES transactions (id),
  line_number    INTEGER NOT NULL CHECK (line_number >= 1),
  category       TEXT    NOT NULL,
  rate_ppm       INTEGER NOT NULL CHECK (rate_ppm BETWEEN 0 AND 1000000),
  taxable_cents  INTEGER NOT NULL,
  tax_cents      INTEGER NOT NULL,
  PRIMARY KEY (transaction_id, line_number)
) STRICT, WITHOUT ROWID;

CREATE TABLE transaction_tenders (
  transaction_id TEXT    NOT NULL REFERENCES transactions (id),
  line_number    INTEGER NOT NULL CHECK (line_number >= 1),
  type           TEXT    NOT NULL,
  tendered_cents INTEGER NOT NULL CHECK (tendered_cents > 0),
  change_cents   INTEGER NOT NULL CHECK (change_cents BETWEEN 0 AND tendered_cents),
  PRIMARY KEY (transaction_id, line_number)
) STRICT, WITHOUT ROWID;

CREATE TABLE transactions (
  id             TEXT    NOT NULL PRIMARY KEY,
  receipt_number TEXT    NOT NULL,
  workstation_id TEXT    NOT NULL,
  status         TEXT    NOT NULL,
  opened_by      TEXT    NOT NULL,
  opened_at      INTEGER NOT NULL,
  operator_id    TEXT    NOT NULL,
  operator_name  TEXT    NOT NULL,
  completed_at   INTEGER NOT NULL,
  business_day   INTEGER NOT NULL,
  subtotal_cents INTEGER NOT NULL,
  tax_cents      INTEGER NOT NULL,
  total_cents    INTEGER NOT NULL,
  item_count     INTEGER NOT NULL,
  content_hash   TEXT    NOT NULL
) STRICT;

CREATE TABLE versions (
  agg   TEXT NOT NULL,
  part  TEXT NOT NULL,
  hlc   TEXT NOT NULL,
  node  TEXT NOT NULL,
  base  TEXT NOT NULL,
  rival TEXT NOT NULL,
  PRIMARY KEY (agg, part)
) STRICT, WITHOUT ROWID;

CREATE INDEX cloud_changes_by_seq ON cloud_changes (seq);

CREATE INDEX delivery_by_stream ON delivery (origin, epoch);

CREATE INDEX employees_by_badge ON employees (badge_lookup, isActive) WHERE badge_lookup <> '';

CREATE INDEX employees_by_pin ON employees (pin_lookup, isActive);

CREATE INDEX inventory_by_sold_count ON inventory (sold_count DESC, product_id);

CREATE INDEX inventory_counted ON inventory_changes (product_id, createdAt, id) WHERE reason <> 'sale';

CREATE INDEX journal_by_kind ON journal (kind, number);

CREATE INDEX journal_by_time ON journal (at);

CREATE INDEX parked_by_aggregate ON parked (origin, agg);

CREATE INDEX print_jobs_by_transaction ON print_jobs (transaction_id);

CREATE INDEX print_jobs_waiting ON print_jobs (position) WHERE state = 'waiting';

CREATE INDEX product_barcodes_by_product ON product_barcodes (product_id);

CREATE INDEX products_by_category ON products (category) WHERE isActive = 1;

CREATE INDEX products_by_name ON products (name);

CREATE INDEX products_by_sku ON products (sku COLLATE NOCASE);

CREATE INDEX reviews_about ON reviews (subject) WHERE resolved = 0;

CREATE INDEX reviews_open ON reviews (at, id) WHERE resolved = 0;

CREATE INDEX suspended_transactions_by_number ON suspended_transactions (number);

CREATE INDEX suspended_transactions_by_time ON suspended_transactions (createdAt, id);

CREATE INDEX transaction_items_by_product ON transaction_items (product_id);

CREATE INDEX transactions_by_completed ON transactions (completed_at, id);

CREATE INDEX transactions_by_day ON transactions (business_day, completed_at, total_cents);

CREATE INDEX transactions_by_receipt ON transactions (receipt_number);

CREATE INDEX transactions_by_total ON transactions (total_cents, completed_at);

CREATE TRIGGER product_barcodes_text_delete AFTER DELETE ON product_barcodes BEGIN
  INSERT INTO product_barcodes_text (product_barcodes_text, rowid, barcode) VALUES ('delete', old.row_id, old.barcode);
END;

CREATE TRIGGER product_barcodes_text_insert AFTER INSERT ON product_barcodes BEGIN
  INSERT INTO product_barcodes_text (rowid, barcode) VALUES (new.row_id, new.barcode);
END;

CREATE TRIGGER product_barcodes_text_update AFTER UPDATE OF barcode ON product_barcodes BEGIN
  INSERT INTO product_barcodes_text (product_barcodes_text, rowid, barcode) VALUES ('delete', old.row_id, old.barcode);
  INSERT INTO product_barcodes_text (rowid, barcode) VALUES (new.row_id, new.barcode);
END;

CREATE TRIGGER products_text_delete AFTER DELETE ON products BEGIN
  INSERT INTO products_text (products_text, rowid, name) VALUES ('delete', old.row_id, old.name);
END;

CREATE TRIGGER products_text_insert AFTER INSERT ON products BEGIN
  INSERT INTO products_text (rowid, name) VALUES (new.row_id, new.name);
END;

CREATE TRIGGER products_text_update AFTER UPDATE OF name ON products WHEN old.name <> new.name BEGIN
  INSERT INTO products_text (products_text, rowid, name) VALUES ('delete', old.row_id, old.name);
  INSERT INTO products_text (rowid, name) VALUES (new.row_id, new.name);
END;

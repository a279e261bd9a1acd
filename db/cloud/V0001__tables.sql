-- What the cloud keeps of each store. Money is cents, a rate parts per million, a quantity thousandths, a moment epoch milliseconds.
-- Bounds are wide, and there so that nothing that is taken in can break an index, a sum, or a lane that is told of it; each is named by the
-- sentence that whoever breaks it reads.
-- The names and types of the columns that a lane has too are those of db/lane, written with underscores; a test compares them.

CREATE SCHEMA pos;

-- Cents, or thousandths of pieces, so few that all of a day can be summed up.
CREATE DOMAIN pos.amount AS bigint
  CONSTRAINT "an amount or quantity has at most 12 digits" CHECK (VALUE BETWEEN -999999999999 AND 999999999999);

-- From 1970 to 9999.
CREATE DOMAIN pos.moment AS bigint CONSTRAINT "a moment is in the years 1970 to 9999" CHECK (VALUE BETWEEN 0 AND 253402300799999);

CREATE FUNCTION pos.now_millis() RETURNS bigint LANGUAGE sql VOLATILE
  RETURN floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint;

CREATE TABLE pos.stores (
  id         uuid   NOT NULL PRIMARY KEY DEFAULT gen_random_uuid(),
  name       text   NOT NULL CHECK (name <> ''),
  created_at bigint NOT NULL DEFAULT pos.now_millis()
);

-- 'known' is a lane of which others told, or whose events others brought; it has no token. That its store revoked it is kept as a request:
-- whoever has one lane's token could tell it of all others. What a lane told of itself: how far its own logs go ('EPOCH.SEQ,…'), when it
-- said so, and when the oldest event was written that it had not sent by then.
CREATE TABLE pos.lanes (
  store_id    uuid   NOT NULL REFERENCES pos.stores (id),
  node_id     text   COLLATE "C" NOT NULL CHECK (node_id ~ '^[0-9a-f]{64}$'),
  label       text   NOT NULL DEFAULT '',
  state       text   NOT NULL CHECK (state IN ('known', 'active', 'stale', 'retired', 'revoked')),
  enrolled_at bigint NOT NULL DEFAULT 0,
  asked_at    bigint NOT NULL DEFAULT 0,
  asked_by    text   COLLATE "C" NOT NULL DEFAULT '',
  heads       text   COLLATE "C" NOT NULL DEFAULT '',
  told_at     bigint NOT NULL DEFAULT 0,
  oldest_at   bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (store_id, node_id)
);

-- A lane belongs to one store; being known to another one is no claim.
CREATE UNIQUE INDEX lanes_enrolled ON pos.lanes (node_id) WHERE enrolled_at > 0;

-- Tokens and codes are random, so a plain SHA-256 of them can't be searched for.
CREATE TABLE pos.tokens (
  hash         bytea  NOT NULL PRIMARY KEY CHECK (octet_length(hash) = 32),
  store_id     uuid   NOT NULL,
  node_id      text   COLLATE "C" NOT NULL,
  created_at   bigint NOT NULL DEFAULT pos.now_millis(),
  revoked_at   bigint NOT NULL DEFAULT 0,
  last_used_at bigint NOT NULL DEFAULT 0,
  FOREIGN KEY (store_id, node_id) REFERENCES pos.lanes (store_id, node_id)
);

CREATE INDEX tokens_by_lane ON pos.tokens (store_id, node_id);

CREATE TABLE pos.store_codes (
  hash       bytea  NOT NULL PRIMARY KEY CHECK (octet_length(hash) = 32),
  store_id   uuid   NOT NULL REFERENCES pos.stores (id),
  created_at bigint NOT NULL DEFAULT pos.now_millis(),
  expires_at bigint NOT NULL,
  used_by    text   NOT NULL DEFAULT '',
  used_at    bigint NOT NULL DEFAULT 0
);

-- Signs the setting that says whose transaction it is, so that nobody but authenticate() can make one.
CREATE TABLE pos.context_key (
  one boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (one),
  key text    NOT NULL
);

INSERT INTO pos.context_key (key) VALUES (gen_random_uuid()::text || gen_random_uuid()::text);

-- How far the cloud is with each lane's log. since_seq is where it began: above 0 where the lane had purged what came before.
CREATE TABLE pos.stream (
  store_id     uuid   NOT NULL REFERENCES pos.stores (id),
  origin       text   COLLATE "C" NOT NULL,
  epoch        text   COLLATE "C" NOT NULL,
  applied_seq  bigint NOT NULL,
  applied_hash text   NOT NULL,
  previous     text   NOT NULL,
  since_seq    bigint NOT NULL DEFAULT 0,
  updated_at   bigint NOT NULL,
  PRIMARY KEY (store_id, origin, epoch)
);

-- Every event as it came. An epoch begins with its time, so a partition by ranges of epochs is one by months, and the key stays whole.
CREATE TABLE pos.event_log (
  store_id     uuid    NOT NULL,
  origin       text    COLLATE "C" NOT NULL,
  epoch        text    COLLATE "C" NOT NULL,
  seq          bigint  NOT NULL CHECK (seq >= 1),
  id           uuid    NOT NULL,
  type         text    NOT NULL,
  created_at   bigint  NOT NULL,
  txg          bigint  NOT NULL,
  agg          text    NOT NULL,
  hlc          text    COLLATE "C" NOT NULL,
  actor        text    NOT NULL,
  schema       bigint  NOT NULL,
  hash         text    NOT NULL,
  bytes        bigint  NOT NULL,
  arrived_at   bigint  NOT NULL,
  brought_by   text    NOT NULL,
  redacted     boolean NOT NULL,
  payload      text    NOT NULL,
  PRIMARY KEY (store_id, origin, epoch, seq)
) PARTITION BY RANGE (epoch);

CREATE TABLE pos.event_log_rest PARTITION OF pos.event_log DEFAULT;

CREATE TABLE pos.parked (
  store_id uuid   NOT NULL REFERENCES pos.stores (id),
  origin   text   COLLATE "C" NOT NULL,
  epoch    text   COLLATE "C" NOT NULL,
  seq      bigint NOT NULL,
  txg      bigint NOT NULL,
  agg      text   NOT NULL,
  reason   text   NOT NULL,
  first_at bigint NOT NULL,
  attempts bigint NOT NULL DEFAULT 1,
  PRIMARY KEY (store_id, origin, epoch, seq)
);

-- A sale's id begins with its time (UUID version 7), so the sales can be partitioned by ranges of ids.
CREATE TABLE pos.transactions (
  store_id       uuid       NOT NULL,
  id             uuid       NOT NULL,
  receipt_number text       NOT NULL,
  workstation_id text       NOT NULL,
  status         text       NOT NULL,
  opened_by      text       NOT NULL,
  opened_at      pos.moment NOT NULL,
  operator_id    text       NOT NULL,
  operator_name  text       NOT NULL,
  completed_at   pos.moment NOT NULL,
  business_day   date       NOT NULL,
  subtotal_cents pos.amount NOT NULL,
  tax_cents      pos.amount NOT NULL,
  total_cents    pos.amount NOT NULL,
  item_count     pos.amount NOT NULL,
  content_hash   text       NOT NULL,
  PRIMARY KEY (store_id, id),
  CONSTRAINT "a business day is in the years 1970 to 9999" CHECK (business_day BETWEEN '1970-01-01' AND '9999-12-31')
) PARTITION BY RANGE (id);

CREATE TABLE pos.transactions_rest PARTITION OF pos.transactions DEFAULT;

CREATE INDEX transactions_by_day ON pos.transactions (store_id, business_day, completed_at);

CREATE TABLE pos.transaction_items (
  store_id            uuid       NOT NULL,
  transaction_id      uuid       NOT NULL,
  line_number         bigint     NOT NULL CHECK (line_number >= 1),
  product_id          text       NOT NULL CHECK (product_id <> ''),
  sku                 text       NOT NULL,
  name                text       NOT NULL,
  category            text       NOT NULL,
  size_millilitres    bigint     NOT NULL CHECK (size_millilitres >= 0),
  pack_size           bigint     NOT NULL CHECK (pack_size >= 1),
  quantity            pos.amount NOT NULL CHECK (quantity > 0),
  unit_price_cents    pos.amount NOT NULL,
  extended_cents      pos.amount NOT NULL,
  tax_category        text       NOT NULL,
  code                text       NOT NULL,
  voided              boolean    NOT NULL,
  voided_by           text       NOT NULL,
  regular_price_cents bigint     NOT NULL DEFAULT 0,
  price_reason        text       NOT NULL DEFAULT '',
  price_changed_by    text       NOT NULL DEFAULT '',
  price_approved_by   text       NOT NULL DEFAULT '',
  PRIMARY KEY (store_id, transaction_id, line_number)
) PARTITION BY RANGE (transaction_id);

CREATE TABLE pos.transaction_items_rest PARTITION OF pos.transaction_items DEFAULT;

CREATE TABLE pos.transaction_taxes (
  store_id       uuid       NOT NULL,
  transaction_id uuid       NOT NULL,
  line_number    bigint     NOT NULL CHECK (line_number >= 1),
  category       text       NOT NULL,
  rate_ppm       bigint     NOT NULL CHECK (rate_ppm BETWEEN 0 AND 1000000),
  taxable_cents  pos.amount NOT NULL,
  tax_cents      pos.amount NOT NULL,
  PRIMARY KEY (store_id, transaction_id, line_number)
) PARTITION BY RANGE (transaction_id);

CREATE TABLE pos.transaction_taxes_rest PARTITION OF pos.transaction_taxes DEFAULT;

CREATE TABLE pos.transaction_tenders (
  store_id       uuid       NOT NULL,
  transaction_id uuid       NOT NULL,
  line_number    bigint     NOT NULL CHECK (line_number >= 1),
  type           text       NOT NULL CHECK (type <> ''),
  tendered_cents pos.amount NOT NULL CHECK (tendered_cents > 0),
  change_cents   pos.amount NOT NULL CHECK (change_cents BETWEEN 0 AND tendered_cents),
  PRIMARY KEY (store_id, transaction_id, line_number)
) PARTITION BY RANGE (transaction_id);

CREATE TABLE pos.transaction_tenders_rest PARTITION OF pos.transaction_tenders DEFAULT;

-- Stock is the sum of its changes and nothing else: see pos.only_by_changes().
CREATE TABLE pos.inventory_changes (
  store_id       uuid       NOT NULL REFERENCES pos.stores (id),
  id             uuid       NOT NULL,
  product_id     text       NOT NULL CHECK (product_id <> ''),
  change_amount  pos.amount NOT NULL,
  reason         text       NOT NULL CHECK (reason <> ''),
  transaction_id text       NOT NULL DEFAULT '',
  created_at     bigint     NOT NULL,
  PRIMARY KEY (store_id, id)
);

CREATE INDEX inventory_changes_by_product ON pos.inventory_changes (store_id, product_id, created_at);

CREATE TABLE pos.inventory (
  store_id   uuid   NOT NULL REFERENCES pos.stores (id),
  product_id text   NOT NULL,
  on_hand    bigint NOT NULL,
  sold_count bigint NOT NULL DEFAULT 0 CHECK (sold_count >= 0),
  updated_at bigint NOT NULL,
  PRIMARY KEY (store_id, product_id)
);

CREATE TABLE pos.products (
  store_id         uuid    NOT NULL REFERENCES pos.stores (id),
  id               text    COLLATE "C" NOT NULL DEFAULT gen_random_uuid()::text,
  sku              text    NOT NULL,
  name             text    NOT NULL,
  category         text    NOT NULL DEFAULT '',
  size_millilitres bigint  NOT NULL DEFAULT 0,
  price_cents      bigint  NOT NULL,
  case_size        bigint  NOT NULL DEFAULT 1,
  tax_category     text    NOT NULL,
  is_active        boolean NOT NULL DEFAULT true,
  needs_review     boolean NOT NULL DEFAULT false,
  updated_at       bigint  NOT NULL DEFAULT pos.now_millis(),
  PRIMARY KEY (store_id, id),
  CONSTRAINT "an id has 1 to 200 letters" CHECK (id ~ '\S' AND octet_length(id) <= 200),
  CONSTRAINT "a sku has 1 to 100 letters" CHECK (sku ~ '\S' AND length(sku) <= 100),
  CONSTRAINT "a name has 1 to 500 letters" CHECK (name ~ '\S' AND length(name) <= 500),
  CONSTRAINT "a category has at most 200 letters" CHECK (length(category) <= 200),
  CONSTRAINT "a tax category has 1 to 200 letters" CHECK (tax_category ~ '\S' AND length(tax_category) <= 200),
  CONSTRAINT "a price is 0 to 1,000,000.00" CHECK (price_cents BETWEEN 0 AND 100000000),
  CONSTRAINT "a size is 0 to 2,147,483,647 ml" CHECK (size_millilitres BETWEEN 0 AND 2147483647),
  CONSTRAINT "a case has 1 to 2,147,483,647 pieces" CHECK (case_size BETWEEN 1 AND 2147483647)
);

CREATE INDEX products_by_sku ON pos.products (store_id, sku);

CREATE TABLE pos.product_barcodes (
  store_id   uuid   NOT NULL,
  barcode    text   NOT NULL,
  product_id text   COLLATE "C" NOT NULL,
  pack_size  bigint NOT NULL DEFAULT 1,
  updated_at bigint NOT NULL DEFAULT pos.now_millis(),
  PRIMARY KEY (store_id, product_id, barcode),
  FOREIGN KEY (store_id, product_id) REFERENCES pos.products (store_id, id) ON DELETE CASCADE,
  CONSTRAINT "a barcode has 1 to 200 letters" CHECK (barcode ~ '\S' AND length(barcode) <= 200),
  CONSTRAINT "a pack has 1 to 2,147,483,647 pieces" CHECK (pack_size BETWEEN 1 AND 2147483647)
);

CREATE INDEX product_barcodes_by_code ON pos.product_barcodes (store_id, barcode);

CREATE TABLE pos.discount_rules (
  store_id                   uuid    NOT NULL REFERENCES pos.stores (id),
  id                         text    COLLATE "C" NOT NULL DEFAULT gen_random_uuid()::text,
  scope                      text    NOT NULL,
  category                   text    NOT NULL DEFAULT '',
  size                       text    NOT NULL DEFAULT '',
  percent                    bigint  NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 1000000),
  fixed_amount               bigint  NOT NULL DEFAULT 0,
  employee_approval_required boolean NOT NULL DEFAULT true,
  is_active                  boolean NOT NULL DEFAULT true,
  needs_review               boolean NOT NULL DEFAULT false,
  updated_at                 bigint  NOT NULL DEFAULT pos.now_millis(),
  PRIMARY KEY (store_id, id),
  CONSTRAINT "an id has 1 to 200 letters" CHECK (id ~ '\S' AND octet_length(id) <= 200),
  CONSTRAINT "a scope has 1 to 200 letters" CHECK (scope ~ '\S' AND length(scope) <= 200),
  CONSTRAINT "a category or size has at most 200 letters" CHECK (length(category) <= 200 AND length(size) <= 200),
  CONSTRAINT "a discount is 0 to 1,000,000.00" CHECK (fixed_amount BETWEEN 0 AND 100000000)
);

CREATE TABLE pos.pos_config (
  store_id   uuid   NOT NULL REFERENCES pos.stores (id),
  key        text   COLLATE "C" NOT NULL,
  value      text   NOT NULL CHECK (value::jsonb IS NOT NULL),
  updated_at bigint NOT NULL DEFAULT pos.now_millis(),
  PRIMARY KEY (store_id, key),
  CONSTRAINT "a key has 1 to 200 letters" CHECK (key ~ '\S' AND octet_length(key) <= 200),
  CONSTRAINT "a value has at most 128 KiB" CHECK (octet_length(value) <= 131072)
);

-- Who sold, for reports. What a person signs in with never comes here.
CREATE TABLE pos.employees (
  store_id   uuid    NOT NULL REFERENCES pos.stores (id),
  id         text    COLLATE "C" NOT NULL,
  first_name text    NOT NULL,
  last_name  text    NOT NULL,
  role       text    NOT NULL,
  is_active  boolean NOT NULL,
  updated_at bigint  NOT NULL,
  PRIMARY KEY (store_id, id),
  CONSTRAINT "an id has at most 255 letters" CHECK (length(id) <= 255)
);

-- The edit that each part of a thing shows, and the highest that lost: as on a lane.
CREATE TABLE pos.versions (
  store_id uuid NOT NULL REFERENCES pos.stores (id),
  agg      text COLLATE "C" NOT NULL,
  part     text COLLATE "C" NOT NULL,
  hlc      text COLLATE "C" NOT NULL,
  node     text COLLATE "C" NOT NULL,
  base     text COLLATE "C" NOT NULL,
  rival    text COLLATE "C" NOT NULL,
  PRIMARY KEY (store_id, agg, part),
  CONSTRAINT "what is edited has a name of at most 255 letters" CHECK (length(agg) <= 255)
);

-- What lanes pull: numbered in the order of the commits without a gap, because whoever numbers holds the store's head until the end.
CREATE TABLE pos.feed_heads (
  store_id   uuid   NOT NULL PRIMARY KEY REFERENCES pos.stores (id),
  feed_epoch text   NOT NULL CHECK (feed_epoch ~ '^[0-9a-f]{16}$'),
  seq        bigint NOT NULL DEFAULT 0,
  -- When a lane last knew of more than the cloud did.
  renewed_at bigint NOT NULL DEFAULT 0
);

CREATE TABLE pos.feed (
  store_id uuid    NOT NULL REFERENCES pos.stores (id),
  seq      bigint  NOT NULL,
  kind     text    COLLATE "C" NOT NULL CHECK (kind IN ('product', 'discount_rule', 'pos_config')),
  id       text    COLLATE "C" NOT NULL,
  deleted  boolean NOT NULL,
  body     jsonb   NOT NULL,
  at       bigint  NOT NULL,
  latest   boolean NOT NULL DEFAULT true,
  PRIMARY KEY (store_id, seq)
);

CREATE UNIQUE INDEX feed_latest ON pos.feed (store_id, kind, id) WHERE latest;
CREATE INDEX feed_unread ON pos.feed (store_id, seq) WHERE latest;

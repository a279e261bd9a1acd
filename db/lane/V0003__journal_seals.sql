-- What the lane's key vouches for: the hash of an entry of the journal, and a keyed hash over its number and hash. key_id tells
-- which key made it. Seals that don't fit the journal any longer are evidence, and are kept.
CREATE TABLE journal_seals (
  number  INTEGER NOT NULL PRIMARY KEY CHECK (number >= 1),
  hash    TEXT    NOT NULL,
  at      INTEGER NOT NULL,
  key_id  TEXT    NOT NULL,
  seal    TEXT    NOT NULL
) STRICT;

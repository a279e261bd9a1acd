-- People, approvals, the journal's search. pin_length tells that a PIN is too short for a new role; 0: not known.
ALTER TABLE employees ADD COLUMN pin_length INTEGER NOT NULL DEFAULT 0 CHECK (pin_length >= 0);
ALTER TABLE employees ADD COLUMN badge_lookup TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX employees_one_active_badge ON employees (badge_lookup) WHERE isActive = 1 AND badge_lookup <> '';

-- A line whose price was changed at the register: what it was, why, by whom, allowed by whom. An empty reason: not changed.
ALTER TABLE transaction_items ADD COLUMN regular_price_cents INTEGER NOT NULL DEFAULT 0;
ALTER TABLE transaction_items ADD COLUMN price_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE transaction_items ADD COLUMN price_changed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE transaction_items ADD COLUMN price_approved_by TEXT NOT NULL DEFAULT '';

CREATE INDEX journal_by_time ON journal (at);
CREATE INDEX journal_by_kind ON journal (kind, number);

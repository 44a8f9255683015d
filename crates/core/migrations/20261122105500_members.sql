-- Members: types of membership with tiers and prices, memberships with their terms and what was decided about them,
-- orders and payments. Days are YYYY-MM-DD, amounts whole minor units. The status of a membership is nowhere: it is
-- derived (memberships/standing.rs). What belongs to a person carries contact_id, so that it is theirs in the journal.

CREATE TABLE membership_types (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  folded TEXT NOT NULL UNIQUE,
  -- rolling:12m, rolling:30d, fixed:01-01, lifetime, issues:12
  term TEXT NOT NULL,
  grace_days INTEGER NOT NULL DEFAULT 0 CHECK (grace_days >= 0),
  -- ISO 4217, of all its prices.
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  -- Of fixed periods: what a term costs that begins within one.
  pro_rata TEXT NOT NULL DEFAULT 'none' CHECK (pro_rata IN ('none', 'months', 'days')),
  -- Of fixed periods: MM-DD from which on a new term runs to the end of the next period.
  roll_over TEXT,
  retired_at TEXT
) STRICT;

CREATE TABLE membership_tiers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  type_id INTEGER NOT NULL REFERENCES membership_types,
  name TEXT NOT NULL CHECK (name <> ''),
  folded TEXT NOT NULL,
  position INTEGER NOT NULL,
  retired_at TEXT,
  UNIQUE (type_id, folded)
) STRICT;

-- valid_from is empty for the price that holds from the beginning.
CREATE TABLE tier_prices (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  tier_id INTEGER NOT NULL REFERENCES membership_tiers,
  valid_from TEXT NOT NULL DEFAULT '',
  minor INTEGER NOT NULL CHECK (minor >= 0),
  UNIQUE (tier_id, valid_from)
) STRICT;

-- An issue that was mailed counts down every membership of the type that has issues left on that day.
CREATE TABLE mailed_issues (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  type_id INTEGER NOT NULL REFERENCES membership_types,
  on_date TEXT NOT NULL,
  name TEXT,
  UNIQUE (type_id, on_date)
) STRICT;

-- reverted_at: no member any more; the number and everything else stay for the day on which they come back.
CREATE TABLE members (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL UNIQUE REFERENCES contacts ON DELETE CASCADE,
  number TEXT NOT NULL UNIQUE CHECK (number <> ''),
  joined TEXT NOT NULL,
  reverted_at TEXT
) STRICT;

CREATE TABLE memberships (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
  type_id INTEGER NOT NULL REFERENCES membership_types,
  -- Who pays, where that is somebody else; a member or not.
  payer_id INTEGER REFERENCES contacts ON DELETE SET NULL,
  UNIQUE (contact_id, type_id)
) STRICT;
CREATE INDEX memberships_type ON memberships (type_id);
CREATE INDEX memberships_payer ON memberships (payer_id) WHERE payer_id IS NOT NULL;

-- Without an end for life, and for issues. batch_id orders it among what was decided (membership_acts).
CREATE TABLE terms (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
  membership_id INTEGER NOT NULL REFERENCES memberships ON DELETE CASCADE,
  tier_id INTEGER REFERENCES membership_tiers,
  start_date TEXT NOT NULL,
  end_date TEXT CHECK (end_date >= start_date),
  issues INTEGER CHECK (issues > 0),
  -- Why it is for life.
  reason TEXT,
  batch_id INTEGER NOT NULL REFERENCES batches
) STRICT;
CREATE INDEX terms_membership ON terms (membership_id);
CREATE INDEX terms_contact ON terms (contact_id);

CREATE TABLE membership_acts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
  membership_id INTEGER NOT NULL REFERENCES memberships ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('cancel', 'suspend', 'resume')),
  on_date TEXT NOT NULL,
  reason TEXT,
  batch_id INTEGER NOT NULL REFERENCES batches
) STRICT;
CREATE INDEX membership_acts_membership ON membership_acts (membership_id);
CREATE INDEX membership_acts_contact ON membership_acts (contact_id);

-- contact_id is who owes it. A cancelled order stays and owes nothing.
CREATE TABLE orders (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
  on_date TEXT NOT NULL,
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  note TEXT,
  cancelled_on TEXT
) STRICT;
CREATE INDEX orders_contact ON orders (contact_id);

-- Discounts are negative. A line stays when its term goes.
CREATE TABLE order_lines (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
  order_id INTEGER NOT NULL REFERENCES orders ON DELETE CASCADE,
  text TEXT NOT NULL,
  minor INTEGER NOT NULL,
  term_id INTEGER REFERENCES terms ON DELETE SET NULL
) STRICT;
CREATE INDEX order_lines_order ON order_lines (order_id);
CREATE INDEX order_lines_contact ON order_lines (contact_id);
CREATE INDEX order_lines_term ON order_lines (term_id) WHERE term_id IS NOT NULL;

-- What came in, and what was paid back (refund), for an order or for the oldest that are open. A payment outlives its
-- order.
CREATE TABLE payments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
  order_id INTEGER REFERENCES orders ON DELETE SET NULL,
  kind TEXT NOT NULL DEFAULT 'payment' CHECK (kind IN ('payment', 'refund')),
  on_date TEXT NOT NULL,
  minor INTEGER NOT NULL CHECK (minor > 0),
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  method TEXT NOT NULL DEFAULT 'other' CHECK (method IN ('cash', 'transfer', 'card', 'debit', 'other')),
  note TEXT
) STRICT;
CREATE INDEX payments_contact ON payments (contact_id);
CREATE INDEX payments_order ON payments (order_id) WHERE order_id IS NOT NULL;

-- What is owed: lines raise it, payments lower it, refunds raise it again. The balance is the sum.
CREATE VIEW ledger AS
SELECT l.contact_id, o.currency, l.minor, l.order_id
FROM order_lines l JOIN orders o ON o.id = l.order_id
WHERE o.cancelled_on IS NULL
UNION ALL
SELECT contact_id, currency, CASE kind WHEN 'payment' THEN -minor ELSE minor END, order_id
FROM payments;

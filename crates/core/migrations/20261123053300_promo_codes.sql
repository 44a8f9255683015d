-- Codes that give a discount: a percentage of what an order costs, or an amount. What an order was given is a line of it and
-- stays as it is; promo_id only says by which code, so that its uses can be counted.
CREATE TABLE promo_codes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL CHECK (code <> ''),
  folded TEXT NOT NULL UNIQUE,
  -- What stands on the order; the code itself without it.
  text TEXT,
  percent INTEGER CHECK (percent BETWEEN 1 AND 100),
  minor INTEGER CHECK (minor > 0),
  currency TEXT CHECK (length(currency) = 3),
  valid_from TEXT,
  valid_until TEXT CHECK (valid_until >= valid_from),
  -- How often at most; without it as often as wanted.
  uses INTEGER CHECK (uses > 0),
  retired_at TEXT,
  CHECK ((percent IS NULL) <> (minor IS NULL)),
  CHECK ((minor IS NULL) = (currency IS NULL))
) STRICT;

ALTER TABLE order_lines ADD COLUMN promo_id INTEGER REFERENCES promo_codes;
CREATE INDEX order_lines_promo ON order_lines (promo_id) WHERE promo_id IS NOT NULL;

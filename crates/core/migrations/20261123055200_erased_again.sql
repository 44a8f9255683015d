-- Whoever comes back with a backup is erased again: their orders may be known from the first time, and after a restore a number
-- may mean another order. So a number is had once in each erasure only.
CREATE TABLE erased_orders_again (
  id INTEGER NOT NULL,
  erasure_id INTEGER NOT NULL REFERENCES erasures,
  on_date TEXT NOT NULL,
  currency TEXT NOT NULL,
  cancelled_on TEXT,
  -- A JSON array of {"text", "minor"}.
  lines TEXT NOT NULL,
  PRIMARY KEY (erasure_id, id)
) STRICT;
INSERT INTO erased_orders_again SELECT id, erasure_id, on_date, currency, cancelled_on, lines FROM erased_orders;
DROP TABLE erased_orders;
ALTER TABLE erased_orders_again RENAME TO erased_orders;

CREATE TABLE erased_payments_again (
  id INTEGER NOT NULL,
  erasure_id INTEGER NOT NULL REFERENCES erasures,
  order_id INTEGER,
  kind TEXT NOT NULL,
  on_date TEXT NOT NULL,
  minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  method TEXT NOT NULL,
  PRIMARY KEY (erasure_id, id)
) STRICT;
INSERT INTO erased_payments_again
SELECT id, erasure_id, order_id, kind, on_date, minor, currency, method FROM erased_payments;
DROP TABLE erased_payments;
ALTER TABLE erased_payments_again RENAME TO erased_payments;

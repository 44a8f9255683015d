-- Who was erased can't be told from these: that it was done, keyed hashes of phones and e-mails by which an import knows
-- whom not to bring back, and the orders and payments without the person. None of it is journaled: an erasure can't be undone.
CREATE TABLE erasures (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  by TEXT,
  -- The certificate (JSON).
  certificate TEXT NOT NULL
) STRICT;

-- The numbers of orders and payments are those that they had.
CREATE TABLE erased_orders (
  id INTEGER PRIMARY KEY,
  erasure_id INTEGER NOT NULL REFERENCES erasures,
  on_date TEXT NOT NULL,
  currency TEXT NOT NULL,
  cancelled_on TEXT,
  -- A JSON array of {"text", "minor"}.
  lines TEXT NOT NULL
) STRICT;

CREATE TABLE erased_payments (
  id INTEGER PRIMARY KEY,
  erasure_id INTEGER NOT NULL REFERENCES erasures,
  order_id INTEGER,
  kind TEXT NOT NULL,
  on_date TEXT NOT NULL,
  minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  method TEXT NOT NULL
) STRICT;

-- HMAC-SHA256 of kind and normalized value; its key stands in the settings.
CREATE TABLE erased_values (
  hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
  erasure_id INTEGER NOT NULL REFERENCES erasures
) STRICT, WITHOUT ROWID;

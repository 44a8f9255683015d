-- Invoices, receipts and what takes them back, as they were issued. Never changed and never deleted: the numbers of a series
-- have no gap. Not journaled, since no undo takes back what is out of the house; order_id and payment_id refer to nothing, so
-- that a document outlives what it was made of.
CREATE TABLE documents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('invoice', 'receipt', 'credit_note', 'voided_receipt')),
  series TEXT NOT NULL CHECK (series IN ('invoice', 'receipt')),
  number INTEGER NOT NULL CHECK (number > 0),
  on_date TEXT NOT NULL,
  order_id INTEGER,
  payment_id INTEGER,
  -- The document that this one takes back.
  takes_back INTEGER UNIQUE REFERENCES documents,
  batch_id INTEGER NOT NULL REFERENCES batches,
  -- All that stands on the paper, as JSON.
  content TEXT NOT NULL,
  UNIQUE (series, number)
) STRICT;
CREATE INDEX documents_order ON documents (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX documents_payment ON documents (payment_id) WHERE payment_id IS NOT NULL;

CREATE TRIGGER documents_stay BEFORE DELETE ON documents
BEGIN
  SELECT raise(ABORT, 'An issued document is never deleted.');
END;
CREATE TRIGGER documents_stand BEFORE UPDATE ON documents
BEGIN
  SELECT raise(ABORT, 'An issued document is never changed.');
END;

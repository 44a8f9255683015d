-- New contacts of an import that look like ones that were there: the same name with nothing else in common, or a shared
-- phone or e-mail with another name. They are never updated; somebody looks at the pairs.
CREATE TABLE import_similar (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES batches,
  contact_id INTEGER NOT NULL,
  other_id INTEGER NOT NULL,
  ground TEXT NOT NULL CHECK (ground IN ('name', 'phone', 'email'))
) STRICT;
CREATE INDEX import_similar_batch ON import_similar (batch_id);

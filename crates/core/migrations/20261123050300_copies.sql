-- Two copies of a workspace that are changed in two places are told apart by what they have in common: who the workspace
-- is, which a copy keeps, and what each change is called, which no other change anywhere is (copies/).

-- One row. Not journaled: it is about the file.
CREATE TABLE identity (
  id TEXT PRIMARY KEY CHECK (length(id) = 32)
) STRICT, WITHOUT ROWID;
INSERT INTO identity VALUES (lower(hex(randomblob(16))));

-- By chance; null for batches of older Rosters.
ALTER TABLE batches ADD COLUMN token INTEGER;

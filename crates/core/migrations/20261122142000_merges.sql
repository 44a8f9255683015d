-- Which contacts were merged into which: the trace by which their history, their uid and their member number are found.
CREATE TABLE merges (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
  -- The contact that is no more.
  merged_id INTEGER NOT NULL,
  uid TEXT NOT NULL,
  name TEXT NOT NULL,
  -- The member number that was given up.
  number TEXT,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX merges_contact ON merges (contact_id);
CREATE INDEX merges_merged ON merges (merged_id);
CREATE INDEX merges_uid ON merges (uid);

-- Attached files (F1, A3): each row ties a content to a contact or to an organization under a name. The contents lie beside the
-- workspace, once each, called by their SHA-256 (files/store.rs); a row that goes leaves its content there for undo.

CREATE TABLE files (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER REFERENCES contacts ON DELETE CASCADE,
  organization_id INTEGER REFERENCES organizations ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name <> ''),
  size INTEGER NOT NULL CHECK (size >= 0),
  hash TEXT NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
  added_at TEXT NOT NULL,
  added_by TEXT,
  CHECK ((contact_id IS NULL) <> (organization_id IS NULL))
) STRICT;
CREATE INDEX files_contact ON files (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX files_organization ON files (organization_id) WHERE organization_id IS NOT NULL;

-- Which contents an undo could still want.
CREATE INDEX journal_files ON journal (id) WHERE "table" = 'files';

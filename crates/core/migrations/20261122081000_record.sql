-- The rest of the contact's record: preferences (R10), consents, the photo, an address taken from an organization.

ALTER TABLE contacts ADD COLUMN preferred_channel TEXT
  CHECK (preferred_channel IN ('email', 'phone', 'sms', 'messaging', 'post'));
ALTER TABLE contacts ADD COLUMN contact_frequency TEXT
  CHECK (contact_frequency IN ('daily', 'weekly', 'monthly'));
-- Words separated by commas, in the office's own terms.
ALTER TABLE contacts ADD COLUMN content_topics TEXT;
-- The hash of a row of photos, so that a change of it is journaled without copying the picture.
ALTER TABLE contacts ADD COLUMN photo TEXT;

-- The address is the organization's: its own parts are empty and read from there (R3).
ALTER TABLE addresses ADD COLUMN organization_id INTEGER REFERENCES organizations;

-- What a contact agreed to or refused, for each purpose, with the proof.
CREATE TABLE consents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
  purpose TEXT NOT NULL CHECK (purpose <> ''),
  state TEXT NOT NULL CHECK (state IN ('given', 'refused', 'withdrawn')),
  date TEXT,
  how TEXT,
  note TEXT,
  UNIQUE (contact_id, purpose)
) STRICT;

-- Pictures by the hash of their bytes. Not journaled: a row never changes, and stays as long as anything names it.
CREATE TABLE photos (
  hash TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

-- The ranges that bulk changes recorded, for finding the one that a row belongs to.
CREATE INDEX journal_ranges ON journal ("table", row_id) WHERE operation = 'insert' AND after IS NULL;

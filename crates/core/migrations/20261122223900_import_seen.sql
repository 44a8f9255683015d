-- Whom the rows of an import meant, so that the next file with the same header can tell who is missing in it. The contacts
-- that it made are a range of ids; those that were there stand as the differences between their ids, packed.
CREATE TABLE import_seen (
  batch_id INTEGER PRIMARY KEY REFERENCES batches,
  signature TEXT NOT NULL,
  first_contact INTEGER NOT NULL,
  contacts_made INTEGER NOT NULL,
  known BLOB NOT NULL
) STRICT;
CREATE INDEX import_seen_signature ON import_seen (signature, batch_id);

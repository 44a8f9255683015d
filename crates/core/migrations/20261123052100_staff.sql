-- Who works here, and what each may do (staff/). Without a row there are no profiles and everybody may do everything. Not
-- journaled: an undo by somebody who may work must not give rights back. That it was changed is a batch all the same.
CREATE TABLE staff (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  folded TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('owner', 'editor', 'reader')),
  -- Salt and hash by Argon2id, in hexadecimal.
  pin TEXT
) STRICT;

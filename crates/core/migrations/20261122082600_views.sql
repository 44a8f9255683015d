-- Named views of a list: what is looked for, which columns are shown and how wide, and the order.
CREATE TABLE views (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  subject TEXT NOT NULL CHECK (subject IN ('contact', 'organization')),
  name TEXT NOT NULL CHECK (name <> ''),
  search TEXT NOT NULL DEFAULT '',
  filter TEXT NOT NULL DEFAULT '',
  -- A JSON array of {"id", "width"}; the width is null where nobody gave one.
  columns TEXT NOT NULL,
  sort TEXT NOT NULL,
  descending INTEGER NOT NULL DEFAULT 0 CHECK (descending IN (0, 1)),
  position INTEGER NOT NULL
) STRICT;

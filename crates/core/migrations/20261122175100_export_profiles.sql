-- Exports that somebody named (X1): columns, order, format, purpose and program, as JSON.
CREATE TABLE export_profiles (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  folded TEXT NOT NULL UNIQUE,
  choice TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;

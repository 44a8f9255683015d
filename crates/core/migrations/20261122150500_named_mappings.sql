-- Mappings that somebody named (I15): what becomes of each column, by its header.
CREATE TABLE named_mappings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  folded TEXT NOT NULL UNIQUE,
  columns TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;

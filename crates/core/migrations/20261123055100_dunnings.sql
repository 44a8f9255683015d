-- Which order was reminded of at which level, and when. The levels themselves are a setting of the workspace.
CREATE TABLE dunnings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
  order_id INTEGER NOT NULL REFERENCES orders ON DELETE CASCADE,
  level INTEGER NOT NULL CHECK (level > 0),
  on_date TEXT NOT NULL
) STRICT;
CREATE INDEX dunnings_order ON dunnings (order_id);
CREATE INDEX dunnings_contact ON dunnings (contact_id);

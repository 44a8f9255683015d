-- The order in which categories of groups are shown; while nobody has chosen one, all stand at 0 and their names decide.
ALTER TABLE group_categories ADD COLUMN position INTEGER NOT NULL DEFAULT 0;

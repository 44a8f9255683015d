DELETE FROM journal
WHERE "table" = 'files' AND payload IS NULL AND NOT EXISTS (SELECT 1 FROM files f WHERE f.id = journal.row_id)

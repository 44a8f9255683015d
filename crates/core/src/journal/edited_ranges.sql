INSERT OR IGNORE INTO undo_edited
SELECT t.contact_id
FROM journal j
JOIN batches b ON b.id = j.batch_id
JOIN {table} t ON t.id BETWEEN j.row_id AND j.last_id
WHERE j.batch_id > ?1 AND b.undone_by IS NULL AND b.reverses IS NULL
  AND j."table" = '{table}' AND j.operation = 'insert' AND j.after IS NULL AND j.payload IS NULL

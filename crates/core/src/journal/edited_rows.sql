INSERT OR IGNORE INTO undo_edited
SELECT j.contact_id
FROM journal j JOIN batches b ON b.id = j.batch_id
WHERE j.batch_id > ?1 AND b.undone_by IS NULL AND b.reverses IS NULL AND j.contact_id IS NOT NULL

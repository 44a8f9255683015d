SELECT j.id, j.contact_id, j."table" AS "table", j.operation, j.row_id, j.before, j.after,
  b.id AS batch, b.at, b.by, b.operation AS deed,
  again.id AS again, again.at AS again_at, again.by AS again_by
FROM journal j
JOIN batches b ON b.id = j.batch_id
-- What an undo took away and a redo put back is not recorded a second time.
LEFT JOIN batches again ON again.id = b.undone_by AND b.operation = 'undo'
WHERE j.contact_id = ?1 OR j.contact_id IN (SELECT merged_id FROM merges WHERE contact_id = ?1)
ORDER BY j.id DESC
LIMIT ?2

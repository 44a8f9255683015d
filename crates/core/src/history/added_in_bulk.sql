SELECT b.id, b.at, b.by, b.operation
FROM journal j JOIN batches b ON b.id = j.batch_id
WHERE j."table" = ?1 AND j.operation = 'insert' AND j.after IS NULL AND ?2 BETWEEN j.row_id AND j.last_id
ORDER BY j.id
LIMIT 1

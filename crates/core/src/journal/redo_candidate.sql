SELECT u.id, d.operation
FROM batches u JOIN batches d ON d.id = u.reverses
WHERE u.operation = 'undo' AND u.undone_by IS NULL AND u.id < ?1
  AND NOT EXISTS (
    SELECT 1 FROM batches later WHERE later.id > u.id AND later.id < ?1 AND later.reverses IS NULL
  )
ORDER BY u.id DESC
LIMIT 1

SELECT u.id, d.operation
FROM batches u JOIN batches d ON d.id = u.reverses
WHERE u.operation = 'undo' AND u.undone_by IS NULL
  AND NOT EXISTS (SELECT 1 FROM batches later WHERE later.id > u.id AND later.reverses IS NULL)
ORDER BY u.id DESC
LIMIT 1

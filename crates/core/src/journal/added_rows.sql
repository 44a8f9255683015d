SELECT t.id, t.contact_id, EXISTS (
  SELECT 1
  FROM journal later JOIN batches b ON b.id = later.batch_id
  WHERE later.contact_id = t.contact_id AND later."table" = '{table}' AND later.row_id = t.id
    AND later.batch_id > ?1 AND b.undone_by IS NULL AND b.reverses IS NULL
) AS edited
FROM journal j
JOIN {table} t ON t.id BETWEEN j.row_id AND j.last_id
JOIN contacts c ON c.id = t.contact_id
WHERE j.batch_id = ?1 AND j."table" = '{table}' AND j.operation = 'insert' AND j.after IS NULL AND j.payload IS NULL
  AND c.created_batch <> ?1

DELETE FROM {table}
WHERE id IN (
    SELECT {table}.id
    FROM journal j JOIN {table} ON {table}.id BETWEEN j.row_id AND j.last_id
    WHERE j.batch_id = ?1 AND j."table" = '{table}' AND j.operation = 'insert' AND j.payload IS NULL
  )
  AND id NOT IN (
    SELECT later.row_id
    FROM journal later JOIN batches b ON b.id = later.batch_id
    WHERE later.batch_id > ?1 AND later."table" = '{table}' AND b.undone_by IS NULL AND b.reverses IS NULL
  )

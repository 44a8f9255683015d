SELECT EXISTS (
  SELECT 1
  FROM journal j JOIN batches b ON b.id = j.batch_id
  WHERE j.contact_id IS NULL AND j."table" = ?2 AND j.row_id = ?3
    AND j.batch_id > ?1 AND b.undone_by IS NULL AND b.reverses IS NULL
)

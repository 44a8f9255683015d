SELECT id, operation
FROM batches
WHERE undone_by IS NULL AND reverses IS NULL AND operation <> 'backup_restore' AND id < ?1
  -- Nothing is left of a batch whose contacts were removed for good.
  AND EXISTS (SELECT 1 FROM journal WHERE batch_id = batches.id)
ORDER BY id DESC
LIMIT 1

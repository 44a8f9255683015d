SELECT id, operation
FROM batches
WHERE undone_by IS NULL AND reverses IS NULL AND operation <> 'backup_restore' AND id < ?1
ORDER BY id DESC
LIMIT 1

SELECT id, report
FROM batches
WHERE report IS NOT NULL AND (?1 IS NULL OR id = ?1)
ORDER BY id DESC
LIMIT 1

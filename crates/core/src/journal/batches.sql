SELECT id, at, by, operation, contacts, undone_by, reverses, report
FROM batches
WHERE NOT ?1 OR report IS NOT NULL
ORDER BY id DESC
LIMIT ?2

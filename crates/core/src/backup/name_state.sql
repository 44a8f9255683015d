INSERT INTO batches (id, at, operation)
SELECT max(?1, coalesce(max(id), 0)) + 1, ?2, ?3
FROM batches

INSERT INTO batches (id, at, operation, token)
SELECT max(?1, coalesce(max(id), 0)) + 1, ?2, ?3, random()
FROM batches

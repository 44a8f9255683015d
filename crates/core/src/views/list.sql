SELECT id, name, search, filter, columns, sort, descending
FROM views
WHERE subject = ?1
ORDER BY position, id

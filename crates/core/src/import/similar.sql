SELECT n.key, c.id
FROM json_each(?1) n
CROSS JOIN contacts c INDEXED BY contacts_sorted ON c.sort_key = unhex(n.value)
WHERE c.deleted_at IS NULL AND c.archived_at IS NULL AND c.id < ?2
ORDER BY n.key, c.id

SELECT group_concat(c.id)
FROM json_each(?1) i JOIN contacts c ON c.id = i.value
WHERE c.deleted_at IS NULL

SELECT group_concat(o.id)
FROM json_each(?1) i JOIN {owners} o ON o.id = i.value
WHERE o.deleted_at IS NULL

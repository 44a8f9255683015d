SELECT id FROM {addresses}
WHERE {owner} = ?1 AND label = ?2
ORDER BY is_primary DESC, id
LIMIT 1

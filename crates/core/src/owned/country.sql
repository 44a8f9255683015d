SELECT country FROM {addresses}
WHERE {owner} = ?1
ORDER BY is_primary DESC, id
LIMIT 1

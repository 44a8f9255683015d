SELECT country FROM {addresses_as_read}
WHERE {owner} = ?1
ORDER BY is_primary DESC, id
LIMIT 1

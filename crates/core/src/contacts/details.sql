SELECT c.*
FROM json_each(?1) i JOIN contacts c ON c.id = i.value
ORDER BY i.key

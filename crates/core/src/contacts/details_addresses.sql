SELECT a.*
FROM json_each(?1) i JOIN addresses a ON a.contact_id = i.value
ORDER BY a.contact_id, a.is_primary DESC, a.id

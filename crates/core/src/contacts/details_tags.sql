SELECT ct.contact_id, t.name
FROM json_each(?1) i
JOIN contact_tags ct ON ct.contact_id = i.value
JOIN tags t ON t.id = ct.tag_id
ORDER BY ct.contact_id, t.name

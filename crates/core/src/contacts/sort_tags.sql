SELECT ct.contact_id AS id, t.name AS value
FROM contact_tags ct JOIN tags t ON t.id = ct.tag_id
ORDER BY t.folded

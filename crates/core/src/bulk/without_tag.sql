SELECT group_concat(i.value)
FROM json_each(?1) i
WHERE NOT EXISTS (SELECT 1 FROM contact_tags ct WHERE ct.contact_id = i.value AND ct.tag_id = ?2)

SELECT group_concat(i.value)
FROM json_each(?1) i
WHERE NOT EXISTS (SELECT 1 FROM group_contacts gc WHERE gc.contact_id = i.value AND gc.group_id = ?2)

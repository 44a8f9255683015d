SELECT gc.contact_id, g.name
FROM json_each(?1) i
JOIN group_contacts gc ON gc.contact_id = i.value AND gc.pin = 'member'
JOIN groups g ON g.id = gc.group_id
ORDER BY gc.contact_id, g.name

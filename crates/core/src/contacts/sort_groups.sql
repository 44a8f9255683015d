SELECT gc.contact_id AS id, g.name AS value
FROM group_contacts gc JOIN groups g ON g.id = gc.group_id
WHERE gc.pin = 'member'
ORDER BY g.folded

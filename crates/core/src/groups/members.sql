SELECT gc.group_id, group_concat(gc.contact_id)
FROM group_contacts gc JOIN groups g ON g.id = gc.group_id
WHERE g.filter IS NULL AND gc.pin = 'member' AND (?1 IS NULL OR g.id = ?1)
GROUP BY gc.group_id

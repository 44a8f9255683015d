SELECT count(*) FILTER (WHERE gc.pin <> 'exclude'), count(*) FILTER (WHERE gc.pin = 'exclude')
FROM group_contacts gc JOIN contacts c ON c.id = gc.contact_id
WHERE gc.group_id = ?1 AND c.deleted_at IS NULL

INSERT INTO group_contacts (contact_id, group_id, pin)
SELECT c.id, ?1, ?3
FROM json_each(?2) i JOIN contacts c ON c.id = i.value
WHERE c.deleted_at IS NULL
GROUP BY c.id
ON CONFLICT (contact_id, group_id) DO UPDATE SET pin = excluded.pin WHERE pin <> excluded.pin

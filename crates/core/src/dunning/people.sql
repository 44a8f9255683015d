SELECT c.id, c.deceased, EXISTS (SELECT 1 FROM contact_addresses a WHERE a.contact_id = c.id)
FROM contacts c
WHERE c.id IN (SELECT value FROM json_each(?)) AND c.deleted_at IS NULL

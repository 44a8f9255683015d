SELECT DISTINCT a.contact_id
FROM addresses a
WHERE a.organization_id IN (SELECT value FROM json_each(?1))

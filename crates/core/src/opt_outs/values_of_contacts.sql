SELECT DISTINCT p.kind, p.normalized
FROM json_each(?1) i JOIN points p ON p.contact_id = i.value
WHERE p.normalized IS NOT NULL AND p.kind IN (SELECT value FROM json_each(?2))

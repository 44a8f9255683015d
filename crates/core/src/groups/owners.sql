SELECT p.kind, p.normalized, p.contact_id
FROM json_each(?1) i
JOIN points p ON p.match_key = i.value
JOIN contacts c ON c.id = p.contact_id
WHERE c.deleted_at IS NULL

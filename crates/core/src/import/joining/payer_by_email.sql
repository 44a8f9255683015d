SELECT DISTINCT c.id
FROM points p JOIN contacts c ON c.id = p.contact_id
WHERE p.kind = 'email' AND p.normalized = ?1 AND c.deleted_at IS NULL
LIMIT 2

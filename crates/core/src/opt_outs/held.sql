SELECT DISTINCT v.key, p.contact_id
FROM json_each(?1) v
CROSS JOIN points p ON p.match_key = v.value ->> 0 AND p.kind = v.value ->> 1 AND p.normalized = v.value ->> 2
JOIN contacts c ON c.id = p.contact_id
WHERE c.deleted_at IS NULL

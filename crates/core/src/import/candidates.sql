SELECT p.match_key, p.contact_id, p.normalized,
  c.prefix, c.first_name, c.middle_name, c.last_name, c.suffix, c.nickname, c.full_name
FROM json_each(?1) k
JOIN points p ON p.match_key = k.value
JOIN contacts c ON c.id = p.contact_id
WHERE c.deleted_at IS NULL AND c.id < ?2 AND p.normalized IS NOT NULL
ORDER BY p.contact_id

SELECT s.contact_id, c.name, m.number
FROM memberships s
JOIN members m ON m.contact_id = s.contact_id
JOIN contacts c ON c.id = s.contact_id
WHERE s.type_id = ?2 AND m.reverted_at IS NULL AND c.deleted_at IS NULL
  AND (s.payer_id = ?1 OR (s.contact_id = ?1 AND s.payer_id IS NULL))
ORDER BY s.contact_id = ?1 DESC, c.sort_key, c.id

SELECT s.id, s.contact_id, s.type_id, s.payer_id, c.deceased
FROM memberships s
JOIN members m ON m.contact_id = s.contact_id
JOIN contacts c ON c.id = s.contact_id
WHERE m.reverted_at IS NULL AND s.contact_id BETWEEN ?1 AND ?2 AND (c.deleted_at IS NULL OR ?1 = ?2)
ORDER BY s.id

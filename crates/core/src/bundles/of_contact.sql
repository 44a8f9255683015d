SELECT DISTINCT coalesce(payer_id, contact_id), type_id
FROM memberships
WHERE contact_id = ?1 OR payer_id = ?1
ORDER BY type_id, 1

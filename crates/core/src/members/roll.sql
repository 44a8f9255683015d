SELECT m.contact_id, m.number, m.joined, c.name
FROM members m JOIN contacts c ON c.id = m.contact_id
WHERE m.reverted_at IS NULL AND c.deleted_at IS NULL
ORDER BY c.sort_key, c.id

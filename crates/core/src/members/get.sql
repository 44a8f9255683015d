SELECT m.number, m.joined, c.name
FROM members m JOIN contacts c ON c.id = m.contact_id
WHERE m.contact_id = ?1 AND m.reverted_at IS NULL

SELECT m.contact_id, c.birthday
FROM members m JOIN contacts c ON c.id = m.contact_id
WHERE m.reverted_at IS NULL AND c.deleted_at IS NULL AND NOT c.deceased

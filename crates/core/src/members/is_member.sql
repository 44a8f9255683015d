SELECT c.name, EXISTS (SELECT 1 FROM members m WHERE m.contact_id = c.id AND m.reverted_at IS NULL)
FROM contacts c
WHERE c.id = ?1 AND c.deleted_at IS NULL

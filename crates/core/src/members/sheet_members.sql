SELECT m.contact_id, m.number, m.joined
FROM json_each(?1) i JOIN members m ON m.contact_id = i.value
WHERE m.reverted_at IS NULL

SELECT id
FROM contacts
WHERE created_batch = ?1 AND id NOT IN (SELECT contact_id FROM undo_edited)
ORDER BY id

INSERT INTO group_contacts (contact_id, group_id)
SELECT c.id, ?1
FROM json_each(?2) i JOIN contacts c ON c.id = i.value
WHERE c.deleted_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM group_contacts gc WHERE gc.contact_id = c.id AND gc.group_id = ?1)
GROUP BY c.id

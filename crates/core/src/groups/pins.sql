SELECT c.id AS contact, c.name, gc.pin = 'exclude' AS excluded, c.archived_at IS NOT NULL AS archived
FROM group_contacts gc JOIN contacts c ON c.id = gc.contact_id
WHERE gc.group_id = ?1 AND c.deleted_at IS NULL
ORDER BY excluded, c.sort_key, c.id
LIMIT ?2 OFFSET ?3

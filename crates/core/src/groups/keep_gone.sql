-- Whoever is archived or in the trash is in no list that is merged, and keeps the place among the others for coming back.
INSERT INTO group_contacts (contact_id, group_id)
SELECT gc.contact_id, ?1
FROM group_contacts gc
JOIN contacts c ON c.id = gc.contact_id
WHERE gc.group_id IN (SELECT value FROM json_each(?2))
  AND gc.pin <> 'exclude'
  AND (c.deleted_at IS NOT NULL OR c.archived_at IS NOT NULL)
GROUP BY gc.contact_id
ON CONFLICT (contact_id, group_id) DO NOTHING

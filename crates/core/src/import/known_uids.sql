SELECT c.uid, c.id
FROM json_each(?1) u JOIN contacts c ON c.uid = u.value
WHERE c.deleted_at IS NULL
UNION ALL
-- A contact that was merged into another is that other.
SELECT m.uid, c.id
FROM json_each(?1) u JOIN merges m ON m.uid = u.value JOIN contacts c ON c.id = m.contact_id
WHERE c.deleted_at IS NULL

SELECT s.ground, s.contact_id, s.other_id
FROM import_similar s
JOIN contacts a ON a.id = s.contact_id AND a.deleted_at IS NULL
JOIN contacts b ON b.id = s.other_id AND b.deleted_at IS NULL
WHERE s.batch_id = ?1
ORDER BY s.id
LIMIT ?2

SELECT id, "table", operation, row_id, contact_id, before, after, payload
FROM journal
WHERE batch_id = ?1 AND id < ?2 AND (before IS NOT NULL OR after IS NOT NULL OR payload IS NOT NULL)
ORDER BY id DESC
LIMIT ?3

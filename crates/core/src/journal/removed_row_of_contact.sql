SELECT before
FROM journal
WHERE contact_id = ?1 AND "table" = ?2 AND row_id = ?3 AND operation = 'delete' AND before IS NOT NULL
ORDER BY id DESC
LIMIT 1

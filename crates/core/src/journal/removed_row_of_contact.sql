SELECT before
FROM journal
WHERE contact_id = ?3 AND "table" = ?1 AND row_id = ?2 AND operation = 'delete' AND before IS NOT NULL
ORDER BY id DESC
LIMIT 1

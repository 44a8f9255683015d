SELECT "table" AS "table", operation, row_id, before
FROM journal
WHERE id = ?1 AND contact_id = ?2

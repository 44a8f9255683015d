SELECT coalesce(after, before) ->> ?3
FROM journal
WHERE "table" = ?1 AND row_id = ?2 AND coalesce(after, before) ->> ?3 IS NOT NULL
ORDER BY id DESC
LIMIT 1

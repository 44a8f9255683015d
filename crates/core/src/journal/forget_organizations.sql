DELETE FROM journal
WHERE "table" = 'organizations' AND contact_id IS NULL AND coalesce(before, after) IS NOT NULL
  AND row_id IN (SELECT value FROM json_each(?1))

-- That others stood below them; what else was changed together with it stays.
UPDATE journal
SET before = json_remove(before, '$.parent_id'), after = json_remove(after, '$.parent_id')
WHERE "table" = 'organizations' AND contact_id IS NULL
  AND (before ->> 'parent_id' IN (SELECT value FROM json_each(?1))
    OR after ->> 'parent_id' IN (SELECT value FROM json_each(?1)))

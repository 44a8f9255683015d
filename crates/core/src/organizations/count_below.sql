SELECT count(*)
FROM organizations o
WHERE o.deleted_at IS NULL
  AND o.parent_id IN (SELECT value FROM json_each(?1))
  AND o.id NOT IN (SELECT value FROM json_each(?1))

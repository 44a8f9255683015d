-- What the journal knows of rows that hang or once hung on the organization. Ranges and lots hold no values of one of them.
WITH rows (name, id) AS (
  SELECT 'organizations', ?1
  UNION SELECT 'organization_points', id FROM organization_points WHERE organization_id = ?1
  UNION SELECT 'organization_addresses', id FROM organization_addresses WHERE organization_id = ?1
  UNION SELECT 'organization_values', id FROM organization_values WHERE organization_id = ?1
  UNION SELECT 'files', id FROM files WHERE organization_id = ?1
  UNION SELECT j."table", j.row_id
  FROM journal j
  WHERE j.contact_id IS NULL AND coalesce(j.after, j.before) ->> 'organization_id' = ?1
    AND j."table" IN ('organization_points', 'organization_addresses', 'organization_values', 'files')
)
SELECT j.id, j.contact_id, j."table" AS "table", j.operation, j.row_id, j.before, j.after,
  b.id AS batch, b.at, b.by, b.operation AS deed,
  again.id AS again, again.at AS again_at, again.by AS again_by
FROM rows r
JOIN journal j ON j."table" = r.name AND j.row_id = r.id AND j.contact_id IS NULL
JOIN batches b ON b.id = j.batch_id
-- What an undo took away and a redo put back is not recorded a second time.
LEFT JOIN batches again ON again.id = b.undone_by AND b.operation = 'undo'
WHERE coalesce(j.before, j.after) IS NOT NULL
ORDER BY j.id DESC
LIMIT ?2

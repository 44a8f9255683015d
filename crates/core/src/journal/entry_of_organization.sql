-- An entry of the organization itself, or of a row that hangs or once hung on it.
SELECT j."table" AS "table", j.operation, j.row_id, j.before
FROM journal j
WHERE j.id = ?1 AND j.contact_id IS NULL AND coalesce(j.before, j.after) IS NOT NULL
  AND iif(j."table" = 'organizations', j.row_id, coalesce(
    (SELECT organization_id FROM organization_points WHERE j."table" = 'organization_points' AND id = j.row_id),
    (SELECT organization_id FROM organization_addresses WHERE j."table" = 'organization_addresses' AND id = j.row_id),
    (SELECT organization_id FROM organization_values WHERE j."table" = 'organization_values' AND id = j.row_id),
    (SELECT organization_id FROM files WHERE j."table" = 'files' AND id = j.row_id),
    (SELECT coalesce(named.after, named.before) ->> 'organization_id'
     FROM journal named
     WHERE named.contact_id IS NULL AND named."table" = j."table" AND named.row_id = j.row_id
       AND coalesce(named.after, named.before) ->> 'organization_id' IS NOT NULL
     LIMIT 1)
  )) = ?2

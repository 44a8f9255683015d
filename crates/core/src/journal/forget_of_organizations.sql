-- What the journal knows of rows that hang or once hung on organizations. Ranges hold no values and stay.
DELETE FROM journal
WHERE "table" = '{of_organization}' AND coalesce(before, after) IS NOT NULL AND row_id IN (
  SELECT t.id FROM {of_organization} t WHERE t.organization_id IN (SELECT value FROM json_each(?1))
  UNION
  SELECT named.row_id FROM journal named
  WHERE named."table" = '{of_organization}'
    AND (named.before ->> 'organization_id' IN (SELECT value FROM json_each(?1))
      OR named.after ->> 'organization_id' IN (SELECT value FROM json_each(?1)))
)

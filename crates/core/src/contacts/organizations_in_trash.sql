-- How many of these contacts would come back from the trash to organizations that are all in the trash themselves, and
-- the first of those organizations. Members are excepted (R8).
WITH lost AS MATERIALIZED (
  SELECT c.id
  FROM json_each(?1) i JOIN contacts c ON c.id = i.value
  WHERE c.deleted_at IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM members m WHERE m.contact_id = c.id AND m.reverted_at IS NULL)
    AND EXISTS (SELECT 1 FROM affiliations a WHERE a.contact_id = c.id)
    AND NOT EXISTS (
      SELECT 1
      FROM affiliations a JOIN organizations o ON o.id = a.organization_id
      WHERE a.contact_id = c.id AND o.deleted_at IS NULL
    )
)
SELECT
  (SELECT count(*) FROM lost) AS contacts,
  count(*) AS organizations,
  (
    SELECT json_group_array(name)
    FROM (
      SELECT DISTINCT o.name
      FROM lost JOIN affiliations a ON a.contact_id = lost.id JOIN organizations o ON o.id = a.organization_id
      ORDER BY o.name
      LIMIT 3
    )
  ) AS names
FROM (SELECT DISTINCT a.organization_id FROM lost JOIN affiliations a ON a.contact_id = lost.id)

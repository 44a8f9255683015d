-- Those that no way down from the top leads to: the ones in a circle, and what hangs below one.
WITH RECURSIVE reached (id) AS (
  SELECT id FROM organizations WHERE parent_id IS NULL
  UNION ALL
  SELECT o.id FROM reached JOIN organizations o ON o.parent_id = reached.id
)
SELECT 'The organization ' || id || ' stands in a circle of organizations, or below one.'
FROM organizations
WHERE id NOT IN (SELECT id FROM reached)
LIMIT 20

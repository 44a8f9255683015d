WITH RECURSIVE above (id, ancestor) AS (
  SELECT id, parent_id FROM organizations WHERE parent_id IS NOT NULL
  UNION
  SELECT above.id, o.parent_id
  FROM above JOIN organizations o ON o.id = above.ancestor
  WHERE o.parent_id IS NOT NULL AND above.id <> above.ancestor
)
SELECT 'The organization ' || id || ' stands above itself.'
FROM above
WHERE id = ancestor
LIMIT 20

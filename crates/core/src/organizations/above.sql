WITH RECURSIVE above (id, distance) AS (
  SELECT parent_id, 1 FROM organizations WHERE id = ?1 AND parent_id IS NOT NULL
  UNION ALL
  SELECT o.parent_id, above.distance + 1
  FROM above JOIN organizations o ON o.id = above.id AND o.deleted_at IS NULL
  WHERE o.parent_id IS NOT NULL AND above.distance < 100
)
SELECT o.id, o.kind, o.name
FROM above JOIN organizations o ON o.id = above.id
WHERE o.deleted_at IS NULL
ORDER BY above.distance DESC

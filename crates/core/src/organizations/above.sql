-- The organizations above each, the nearest 100, the highest first.
WITH RECURSIVE above (below, id, distance) AS (
  SELECT o.id, o.parent_id, 1
  FROM json_each(?1) i JOIN organizations o ON o.id = i.value
  WHERE o.parent_id IS NOT NULL
  UNION ALL
  SELECT above.below, o.parent_id, above.distance + 1
  FROM above JOIN organizations o ON o.id = above.id AND o.deleted_at IS NULL
  WHERE o.parent_id IS NOT NULL AND above.distance < 100
)
SELECT above.below, o.id, o.kind, o.name
FROM above JOIN organizations o ON o.id = above.id
WHERE o.deleted_at IS NULL
ORDER BY above.below, above.distance DESC

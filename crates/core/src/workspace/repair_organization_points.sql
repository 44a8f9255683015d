UPDATE organization_points SET is_primary = 1
WHERE ?1 IS NOT NULL AND id IN (
  SELECT min(id) FROM organization_points GROUP BY organization_id, kind HAVING max(is_primary) IS NULL
)

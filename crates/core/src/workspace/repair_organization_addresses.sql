UPDATE organization_addresses SET is_primary = 1
WHERE ?1 IS NOT NULL AND id IN (
  SELECT min(id) FROM organization_addresses GROUP BY organization_id HAVING max(is_primary) IS NULL
)

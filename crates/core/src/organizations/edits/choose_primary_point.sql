UPDATE organization_points SET is_primary = 1
WHERE id = (SELECT min(id) FROM organization_points WHERE organization_id = ?1 AND kind = ?2)
  AND NOT EXISTS (SELECT 1 FROM organization_points WHERE organization_id = ?1 AND kind = ?2 AND is_primary = 1)

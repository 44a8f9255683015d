UPDATE organization_addresses SET is_primary = 1
WHERE id = (SELECT min(id) FROM organization_addresses WHERE organization_id = ?1)
  AND NOT EXISTS (SELECT 1 FROM organization_addresses WHERE organization_id = ?1 AND is_primary = 1)

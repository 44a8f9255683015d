INSERT INTO organization_points (organization_id, kind, label, value, normalized, is_primary)
VALUES (?1, ?2, ?3, ?4, ?5,
  iif(EXISTS (SELECT 1 FROM organization_points WHERE organization_id = ?1 AND kind = ?2 AND is_primary = 1), NULL, 1))

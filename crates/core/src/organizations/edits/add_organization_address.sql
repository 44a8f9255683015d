INSERT INTO organization_addresses (organization_id, label, is_primary)
VALUES (?1, ?2, iif(EXISTS (SELECT 1 FROM organization_addresses WHERE organization_id = ?1 AND is_primary = 1), NULL, 1))

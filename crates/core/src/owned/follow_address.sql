INSERT INTO addresses (contact_id, label, organization_id, is_primary)
SELECT ?1, ?2, ?3, iif(EXISTS (SELECT 1 FROM addresses WHERE contact_id = ?1 AND is_primary = 1), NULL, 1)
WHERE NOT EXISTS (SELECT 1 FROM addresses WHERE contact_id = ?1 AND organization_id = ?3)

SELECT id, label, street, street2, city, region, postcode, country, full_address, is_primary IS NOT NULL AS is_primary
FROM organization_addresses
WHERE organization_id = ?1
ORDER BY is_primary DESC, id

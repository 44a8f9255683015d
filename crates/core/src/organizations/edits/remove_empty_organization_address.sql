DELETE FROM organization_addresses
WHERE organization_id = ?1 AND coalesce(street, street2, city, region, postcode, country, full_address) IS NULL

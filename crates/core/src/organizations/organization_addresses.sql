SELECT a.organization_id, a.id, a.label, a.street, a.street2, a.city, a.region, a.postcode, a.country, a.full_address,
  a.is_primary IS NOT NULL AS is_primary
FROM json_each(?1) i JOIN organization_addresses a ON a.organization_id = i.value
ORDER BY a.is_primary DESC, a.id

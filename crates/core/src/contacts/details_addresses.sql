SELECT a.id, a.contact_id, a.label, a.street, a.street2, a.city, a.region, a.postcode, a.country, a.full_address,
  a.organization_id, o.name AS organization, a.is_primary IS NOT NULL AS is_primary
FROM json_each(?1) i JOIN contact_addresses a ON a.contact_id = i.value
  LEFT JOIN organizations o ON o.id = a.organization_id
ORDER BY a.contact_id, a.is_primary DESC, a.id

-- Addresses that follow an organization take over what they say now.
UPDATE addresses
SET (street, street2, city, region, postcode, country, full_address) = (
    SELECT street, street2, city, region, postcode, country, full_address
    FROM contact_addresses now WHERE now.id = addresses.id
  ),
  organization_id = NULL
WHERE id IN (SELECT value FROM json_each(?1)) AND organization_id IS NOT NULL

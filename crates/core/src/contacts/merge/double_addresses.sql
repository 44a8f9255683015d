DELETE FROM addresses
WHERE contact_id = ?2 AND EXISTS (
  SELECT 1
  FROM addresses k
  WHERE k.contact_id = ?1 AND k.label = addresses.label AND k.organization_id IS addresses.organization_id
    AND k.street IS addresses.street AND k.street2 IS addresses.street2 AND k.city IS addresses.city
    AND k.region IS addresses.region AND k.postcode IS addresses.postcode AND k.country IS addresses.country
    AND k.full_address IS addresses.full_address
)

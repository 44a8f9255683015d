-- Addresses that follow an organization which their contact has left.
SELECT a.id
FROM json_each(?1) i JOIN addresses a ON a.contact_id = i.value
WHERE a.organization_id IS NOT NULL
  AND NOT EXISTS (
    SELECT 1 FROM affiliations f WHERE f.contact_id = a.contact_id AND f.organization_id = a.organization_id
  )

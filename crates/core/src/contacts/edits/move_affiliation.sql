UPDATE affiliations SET organization_id = ?2
WHERE id = ?1
  AND NOT EXISTS (
    SELECT 1 FROM affiliations other
    WHERE other.contact_id = affiliations.contact_id AND other.organization_id = ?2 AND other.id <> ?1
  )

-- A tie that says nothing which the kept contact's own tie to that organization doesn't say.
DELETE FROM affiliations
WHERE contact_id = ?2 AND EXISTS (
  SELECT 1
  FROM affiliations k
  WHERE k.contact_id = ?1 AND k.organization_id = affiliations.organization_id
    AND (affiliations.role IS NULL OR k.role IS affiliations.role)
    AND (affiliations.title IS NULL OR k.title IS affiliations.title)
    AND (affiliations.department IS NULL OR k.department IS affiliations.department)
    AND (affiliations.from_date IS NULL OR k.from_date IS affiliations.from_date)
    AND (affiliations.to_date IS NULL OR k.to_date IS affiliations.to_date)
)

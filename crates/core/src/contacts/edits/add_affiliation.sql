INSERT INTO affiliations (contact_id, organization_id, title, department, is_primary)
SELECT c.id, ?2,
  -- A title held without an organization belongs to the first one.
  iif(first.is_first, c.job_title, NULL), iif(first.is_first, c.department, NULL), iif(first.is_first, 1, NULL)
FROM contacts c
JOIN (SELECT NOT EXISTS (SELECT 1 FROM affiliations WHERE contact_id = ?1) AS is_first) first
WHERE c.id = ?1
  AND NOT EXISTS (SELECT 1 FROM affiliations WHERE contact_id = ?1 AND organization_id = ?2 AND to_date IS NULL)

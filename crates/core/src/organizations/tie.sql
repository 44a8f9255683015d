INSERT INTO affiliations (contact_id, organization_id, role, title, department, is_primary)
SELECT c.id, ?2, ?3, iif(first, c.job_title, NULL), iif(first, c.department, NULL), iif(first, 1, NULL)
FROM (
  SELECT c.*, NOT EXISTS (SELECT 1 FROM affiliations a WHERE a.contact_id = c.id) AS first
  FROM contacts c
  WHERE c.id = ?1
) c
WHERE NOT EXISTS (SELECT 1 FROM affiliations a WHERE a.contact_id = ?1 AND a.organization_id = ?2)

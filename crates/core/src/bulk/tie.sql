INSERT INTO affiliations (contact_id, organization_id, title, department, is_primary)
SELECT c.id, ?2, iif(c.first, c.job_title, NULL), iif(c.first, c.department, NULL), iif(c.first, 1, NULL)
FROM (
  SELECT c.id, c.job_title, c.department,
    NOT EXISTS (SELECT 1 FROM affiliations a WHERE a.contact_id = c.id) AS first
  FROM json_each(?1) i JOIN contacts c ON c.id = i.value
) c

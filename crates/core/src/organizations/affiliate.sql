INSERT INTO affiliations (contact_id, organization_id, title, department, is_primary)
SELECT c.id, ?2, c.job_title, c.department, 1
FROM contacts c WHERE c.id = ?1

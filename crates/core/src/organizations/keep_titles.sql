-- Contacts whose only ties are to these organizations keep title and department of the primary one.
UPDATE contacts
SET job_title = coalesce(job_title, primary_tie.title), department = coalesce(contacts.department, primary_tie.department)
FROM affiliations primary_tie
WHERE primary_tie.contact_id = contacts.id AND primary_tie.is_primary = 1
  AND primary_tie.organization_id IN (SELECT value FROM json_each(?1))
  AND NOT EXISTS (
    SELECT 1 FROM affiliations other
    WHERE other.contact_id = contacts.id AND other.organization_id NOT IN (SELECT value FROM json_each(?1))
  )

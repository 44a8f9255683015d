SELECT 'The contact ' || c.id || ' can''t be found by searching.'
FROM contacts c LEFT JOIN contact_search s ON s.contact_id = c.id
WHERE s.contact_id IS NULL
LIMIT 20

SELECT a.organization_id, count(DISTINCT a.contact_id) AS contacts
FROM affiliations a JOIN contacts c ON c.id = a.contact_id
WHERE c.deleted_at IS NULL AND c.archived_at IS NULL
GROUP BY a.organization_id

SELECT count(*)
FROM affiliations a JOIN contacts c ON c.id = a.contact_id
WHERE a.organization_id = ?1 AND c.deleted_at IS NULL AND c.archived_at IS NULL

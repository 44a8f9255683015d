SELECT a.contact_id AS id, o.name AS value
FROM affiliations a JOIN organizations o ON o.id = a.organization_id
WHERE o.deleted_at IS NULL
ORDER BY a.is_primary IS NULL, a.id

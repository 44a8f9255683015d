-- The owners of the organizations that contacts belong to.
SELECT DISTINCT a.contact_id, o.owner
FROM json_each(?1) i
JOIN affiliations a ON a.contact_id = i.value
JOIN organizations o ON o.id = a.organization_id
WHERE o.deleted_at IS NULL AND o.owner <> ''
ORDER BY a.contact_id, a.id

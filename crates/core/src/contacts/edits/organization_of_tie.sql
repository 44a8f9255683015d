SELECT o.id, o.kind, o.name, o.created_batch
FROM affiliations a JOIN organizations o ON o.id = a.organization_id
WHERE a.id = ?

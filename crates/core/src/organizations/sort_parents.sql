SELECT o.id, parent.name AS value
FROM organizations o JOIN organizations parent ON parent.id = o.parent_id
WHERE parent.deleted_at IS NULL

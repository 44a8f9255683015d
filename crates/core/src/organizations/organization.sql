SELECT o.id, o.uid, o.kind, o.name, o.number, o.industry, o.size, o.owner, o.notes, parent.id AS parent_id,
  o.created_at, o.changed_at, o.created_batch, o.deleted_at,
  (SELECT count(*) FROM organizations child WHERE child.parent_id = o.id AND child.deleted_at IS NULL) AS children,
  (
    SELECT count(DISTINCT a.contact_id)
    FROM affiliations a JOIN contacts c ON c.id = a.contact_id
    WHERE a.organization_id = o.id AND c.deleted_at IS NULL AND c.archived_at IS NULL
  ) AS contacts
FROM json_each(?1) i
JOIN organizations o ON o.id = i.value
LEFT JOIN organizations parent ON parent.id = o.parent_id AND parent.deleted_at IS NULL
ORDER BY i.key

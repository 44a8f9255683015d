SELECT o.id, (
  SELECT count(DISTINCT a.contact_id)
  FROM affiliations a JOIN contacts c ON c.id = a.contact_id
  WHERE a.organization_id = o.id AND c.deleted_at IS NULL AND c.archived_at IS NULL
) AS value
FROM organizations o

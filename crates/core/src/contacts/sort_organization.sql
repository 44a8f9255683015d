(SELECT o.sort_key
 FROM affiliations a JOIN organizations o ON o.id = a.organization_id
 WHERE a.contact_id = c.id AND o.deleted_at IS NULL
 ORDER BY a.is_primary DESC, a.id LIMIT 1)

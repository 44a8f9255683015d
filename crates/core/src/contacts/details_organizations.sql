SELECT a.contact_id, a.id, a.organization_id, o.kind, o.name, a.role, a.title, a.department,
  a.from_date, a.to_date, a.is_primary IS NOT NULL AS is_primary
FROM json_each(?1) i
JOIN affiliations a ON a.contact_id = i.value
JOIN organizations o ON o.id = a.organization_id
WHERE o.deleted_at IS NULL
ORDER BY a.contact_id, a.is_primary DESC, a.id

SELECT a.id AS affiliation_id, c.id AS contact_id, c.name, a.role, a.title, a.department, a.from_date, a.to_date,
  phone.value AS phone,
  CASE
    WHEN phone.normalized IS NULL THEN 'invalid'
    WHEN EXISTS (SELECT 1 FROM subscriptions s WHERE s.kind = 'phone' AND s.normalized = phone.normalized AND s.status = 'opted_out') THEN 'opted_out'
    ELSE 'active'
  END AS phone_status,
  email.value AS email,
  CASE
    WHEN email.normalized IS NULL THEN 'invalid'
    WHEN EXISTS (SELECT 1 FROM subscriptions s WHERE s.kind = 'email' AND s.normalized = email.normalized AND s.status = 'opted_out') THEN 'opted_out'
    ELSE 'active'
  END AS email_status
FROM (
  SELECT a.*
  FROM affiliations a JOIN contacts c ON c.id = a.contact_id
  WHERE a.organization_id = ?1 AND c.deleted_at IS NULL AND c.archived_at IS NULL
  ORDER BY c.sort_key, c.id, a.id
  LIMIT ?2 OFFSET ?3
) a
JOIN contacts c ON c.id = a.contact_id
LEFT JOIN points phone ON phone.contact_id = c.id AND phone.kind = 'phone' AND phone.is_primary = 1
LEFT JOIN points email ON email.contact_id = c.id AND email.kind = 'email' AND email.is_primary = 1
ORDER BY c.sort_key, c.id, a.id

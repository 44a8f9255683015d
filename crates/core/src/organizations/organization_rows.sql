SELECT o.id, o.kind, o.name, o.number, o.industry, o.size, o.owner, o.created_at AS created,
  parent.id AS parent_id, parent.name AS parent,
  (
    SELECT count(DISTINCT a.contact_id)
    FROM affiliations a JOIN contacts c ON c.id = a.contact_id
    WHERE a.organization_id = o.id AND c.deleted_at IS NULL AND c.archived_at IS NULL
  ) AS contacts,
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
  END AS email_status,
  website.value AS website,
  address.city, address.country
FROM json_each(?1) i
JOIN organizations o ON o.id = i.value
LEFT JOIN organizations parent ON parent.id = o.parent_id AND parent.deleted_at IS NULL
LEFT JOIN organization_points phone ON phone.organization_id = o.id AND phone.kind = 'phone' AND phone.is_primary = 1
LEFT JOIN organization_points email ON email.organization_id = o.id AND email.kind = 'email' AND email.is_primary = 1
LEFT JOIN organization_points website ON website.organization_id = o.id AND website.kind = 'website' AND website.is_primary = 1
LEFT JOIN organization_addresses address ON address.organization_id = o.id AND address.is_primary = 1
ORDER BY i.key

SELECT c.id, c.name, c.created_at AS created, c.deleted_at AS deleted,
  (
    SELECT o.name
    FROM affiliations a JOIN organizations o ON o.id = a.organization_id
    WHERE a.contact_id = c.id AND o.deleted_at IS NULL
    ORDER BY a.is_primary DESC, a.id LIMIT 1
  ) AS organization,
  (
    SELECT json_group_array(g.name ORDER BY g.name)
    FROM group_contacts gc JOIN groups g ON g.id = gc.group_id
    WHERE gc.contact_id = c.id AND gc.pin = 'member'
  ) AS groups,
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
  EXISTS (
    SELECT 1 FROM points p
    WHERE p.contact_id = c.id AND p.kind IN ('phone', 'email') AND p.normalized IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM subscriptions s WHERE s.kind = p.kind AND s.normalized = p.normalized AND s.status = 'opted_out')
  ) AS active
FROM json_each(?1) i
JOIN contacts c ON c.id = i.value
LEFT JOIN points phone ON phone.contact_id = c.id AND phone.kind = 'phone' AND phone.is_primary = 1
LEFT JOIN points email ON email.contact_id = c.id AND email.kind = 'email' AND email.is_primary = 1
ORDER BY i.key

SELECT p.contact_id, p.id, p.kind, p.label, p.value, p.normalized, p.is_primary IS NOT NULL AS is_primary, p.source,
  EXISTS (
    SELECT 1 FROM subscriptions s
    WHERE s.kind = iif(p.kind = 'fax', 'phone', p.kind) AND s.normalized = p.normalized AND s.status = 'opted_out'
  ) AS opted_out
FROM json_each(?1) i JOIN points p ON p.contact_id = i.value
ORDER BY p.contact_id, p.kind = 'email', p.kind, p.is_primary DESC, p.id

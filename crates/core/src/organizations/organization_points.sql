SELECT p.organization_id, p.id, p.kind, p.label, p.value, p.normalized, p.is_primary IS NOT NULL AS is_primary,
  EXISTS (
    SELECT 1 FROM subscriptions s
    WHERE s.kind = p.kind AND s.normalized = p.normalized AND s.status = 'opted_out'
  ) AS opted_out
FROM json_each(?1) i JOIN organization_points p ON p.organization_id = i.value
ORDER BY p.kind = 'email', p.kind, p.is_primary DESC, p.id

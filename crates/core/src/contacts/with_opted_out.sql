SELECT DISTINCT out.contact_id, EXISTS (
  SELECT 1 FROM points p
  WHERE p.contact_id = out.contact_id AND p.kind IN ('phone', 'email') AND p.normalized IS NOT NULL
    AND NOT EXISTS (
      SELECT 1 FROM subscriptions s
      WHERE s.kind = p.kind AND s.normalized = p.normalized AND s.status = 'opted_out'
    )
) AS is_active
FROM json_each(?1) i JOIN points out ON out.match_key = i.value

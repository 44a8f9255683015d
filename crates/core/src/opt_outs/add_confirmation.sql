INSERT INTO subscription_changes (subscription_id, at, status, initiative, reason, note, by)
SELECT DISTINCT s.id, ?2, 'opted_out', ?3, coalesce(v.value ->> 3, ?4), ?5, ?6
FROM json_each(?1) v CROSS JOIN subscriptions s ON s.kind = v.value ->> 0 AND s.normalized = v.value ->> 1
WHERE NOT EXISTS (
  SELECT 1
  FROM subscription_changes c
  WHERE c.subscription_id = s.id AND c.status = 'opted_out' AND c.initiative IS ?3
    AND c.reason IS coalesce(v.value ->> 3, ?4) AND c.note IS ?5
    AND NOT EXISTS (
      SELECT 1 FROM subscription_changes l WHERE l.subscription_id = s.id AND l.id > c.id AND l.status = 'active'
    )
)

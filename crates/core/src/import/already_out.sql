SELECT NOT EXISTS (
  SELECT 1 FROM json_each(?1) v
  WHERE NOT EXISTS (
    SELECT 1 FROM subscriptions s
    WHERE s.kind = v.value ->> 0 AND s.normalized = v.value ->> 1 AND s.status = 'opted_out'
  )
)

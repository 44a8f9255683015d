SELECT count(*)
FROM subscriptions
WHERE status = 'opted_out'
  AND (kind, normalized) IN (SELECT kind, normalized FROM points WHERE contact_id = ?)

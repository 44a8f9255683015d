UPDATE subscriptions
SET status = 'active', since = ?3, initiative = NULL, reason = NULL, note = NULL
WHERE kind = ?1 AND normalized = ?2 AND status = 'opted_out'
RETURNING id

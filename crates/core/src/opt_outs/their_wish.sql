UPDATE subscriptions
SET initiative = 'theirs', reason = said.reason, note = ?3
FROM (
  SELECT s.id, coalesce(v.value ->> 3, ?2) AS reason
  FROM json_each(?1) v CROSS JOIN subscriptions s ON s.kind = v.value ->> 0 AND s.normalized = v.value ->> 1
) said
WHERE subscriptions.id = said.id AND initiative IS NOT 'theirs'

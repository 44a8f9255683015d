UPDATE subscriptions
SET initiative = 'theirs', reason = ?2, note = ?3
WHERE id IN (
    SELECT s.id
    FROM json_each(?1) v CROSS JOIN subscriptions s ON s.kind = v.value ->> 0 AND s.normalized = v.value ->> 1
  )
  AND initiative IS NOT 'theirs'

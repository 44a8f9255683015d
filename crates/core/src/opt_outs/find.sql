SELECT id
FROM subscriptions
WHERE instr(normalized, ?2) > 0
  OR (
    json_array_length(?1) > 0
    AND NOT EXISTS (SELECT 1 FROM json_each(?1) p WHERE instr(subscriptions.normalized, p.value) = 0)
  )
  OR reason IN (SELECT value FROM json_each(?3))
  OR note IN (SELECT value FROM json_each(?3))

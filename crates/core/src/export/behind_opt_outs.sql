SELECT v.key AS at, s.since, s.initiative, s.reason
FROM json_each(?1) v
CROSS JOIN subscriptions s ON s.kind = v.value ->> 0 AND s.normalized = v.value ->> 1
WHERE v.type = 'array'

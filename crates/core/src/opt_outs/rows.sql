SELECT s.id, s.kind, s.normalized, s.status, s.since, s.initiative, s.reason, s.note
FROM json_each(?1) i JOIN subscriptions s ON s.id = i.value
ORDER BY i.key

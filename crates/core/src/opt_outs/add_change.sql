INSERT INTO subscription_changes (subscription_id, at, status, initiative, reason, note, by)
SELECT s.id, ?2, 'opted_out', ?3, s.reason, ?5, ?6
FROM json_each(?1) v CROSS JOIN subscriptions s ON s.id = v.value

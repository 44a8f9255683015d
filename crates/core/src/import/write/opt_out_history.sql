INSERT INTO subscription_changes (subscription_id, at, status, initiative, reason)
SELECT value, ?2, 'opted_out', 'theirs', ?3
FROM json_each(?1)

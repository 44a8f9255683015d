INSERT INTO subscription_changes (subscription_id, at, status, initiative, reason, note, by)
SELECT value, ?2, 'opted_out', ?3, ?4, ?5, ?6
FROM json_each(?1)

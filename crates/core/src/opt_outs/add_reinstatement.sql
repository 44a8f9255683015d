INSERT INTO subscription_changes (subscription_id, at, status, ground, note, by)
VALUES (?1, ?2, 'active', ?3, ?4, ?5)

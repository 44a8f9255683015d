INSERT INTO subscription_changes (subscription_id, at, status, initiative, reason, note)
SELECT s.id, ?1, s.status, s.initiative, s.reason, s.note
FROM subscriptions s
WHERE NOT EXISTS (SELECT 1 FROM subscription_changes c WHERE c.subscription_id = s.id AND c.status = s.status)

SELECT 'The opt-out of ' || s.normalized || ' has no history.'
FROM subscriptions s
WHERE NOT EXISTS (SELECT 1 FROM subscription_changes c WHERE c.subscription_id = s.id AND c.status = s.status)
LIMIT 20

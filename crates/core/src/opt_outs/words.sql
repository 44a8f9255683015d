SELECT reason FROM subscriptions WHERE reason IS NOT NULL
UNION
SELECT note FROM subscriptions WHERE note IS NOT NULL

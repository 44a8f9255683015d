SELECT currency
FROM (SELECT currency, 0 AS place, -id AS at FROM orders UNION ALL SELECT currency, 1, id FROM membership_types)
ORDER BY place, at
LIMIT 1

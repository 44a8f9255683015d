SELECT 'The line ' || l.id || ' and its order belong to different contacts.' AS problem
FROM order_lines l JOIN orders o ON o.id = l.order_id
WHERE o.contact_id <> l.contact_id
UNION ALL
SELECT 'The term ' || t.id || ' and its membership belong to different contacts.'
FROM terms t JOIN memberships s ON s.id = t.membership_id
WHERE s.contact_id <> t.contact_id
UNION ALL
SELECT 'The term ' || t.id || ' is of a tier of another type.'
FROM terms t JOIN memberships s ON s.id = t.membership_id JOIN membership_tiers r ON r.id = t.tier_id
WHERE r.type_id <> s.type_id
LIMIT 20

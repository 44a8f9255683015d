SELECT 'The contact ' || contact_id || ' has no primary ' || kind || '.' AS problem
FROM points
GROUP BY contact_id, kind
HAVING max(is_primary) IS NULL
UNION ALL
SELECT 'The contact ' || contact_id || ' has no primary address.'
FROM addresses
GROUP BY contact_id
HAVING max(is_primary) IS NULL
LIMIT 20

SELECT 'The contact ' || contact_id || ' has no primary ' || kind || '.'
FROM points
GROUP BY contact_id, kind
HAVING max(is_primary) = 0
LIMIT 20

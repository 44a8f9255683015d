SELECT 'The contact ' || contact_id || ' has no primary ' || kind || '.'
FROM points
GROUP BY contact_id, kind
HAVING max(is_primary) IS NULL
LIMIT 20

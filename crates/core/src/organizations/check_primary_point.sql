SELECT 'The organization ' || organization_id || ' has no primary ' || kind || '.'
FROM organization_points
GROUP BY organization_id, kind
HAVING max(is_primary) IS NULL
LIMIT 20

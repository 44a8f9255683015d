SELECT 'The organization ' || organization_id || ' has no primary address.'
FROM organization_addresses
GROUP BY organization_id
HAVING max(is_primary) IS NULL
LIMIT 20

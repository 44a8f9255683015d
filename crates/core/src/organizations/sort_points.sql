SELECT organization_id AS id, coalesce(normalized, value) AS value
FROM organization_points
WHERE kind = '{kind}' AND is_primary = 1

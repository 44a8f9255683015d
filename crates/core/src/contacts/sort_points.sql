SELECT contact_id AS id, coalesce(normalized, value) AS value
FROM points
WHERE kind = '{kind}' {of_label}
ORDER BY is_primary IS NULL, id

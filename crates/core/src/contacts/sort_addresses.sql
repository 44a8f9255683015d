SELECT contact_id AS id, {part} AS value
FROM contact_addresses
WHERE label = '{address}'
ORDER BY is_primary IS NULL, id

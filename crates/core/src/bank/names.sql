SELECT id, trim(coalesce(first_name, '') || ' ' || coalesce(last_name, ''))
FROM contacts
WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL

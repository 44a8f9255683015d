INSERT INTO custom_values (contact_id, field_id, value)
SELECT value ->> 0, value ->> 1, value ->> 2
FROM json_each(?1)
WHERE true
ON CONFLICT (contact_id, field_id) DO UPDATE SET value = excluded.value

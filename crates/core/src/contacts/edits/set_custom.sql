INSERT INTO custom_values (contact_id, field_id, value)
VALUES (?1, ?2, ?3)
ON CONFLICT (contact_id, field_id) DO UPDATE SET value = excluded.value

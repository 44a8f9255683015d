INSERT INTO custom_values (contact_id, field_id, value)
SELECT i.value, ?2, ?3
FROM json_each(?1) i
WHERE NOT EXISTS (SELECT 1 FROM custom_values v WHERE v.contact_id = i.value AND v.field_id = ?2)

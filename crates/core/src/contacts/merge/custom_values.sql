SELECT f.code, v.contact_id, v.value
FROM json_each(?1) i
JOIN custom_values v ON v.contact_id = i.value
JOIN custom_fields f ON f.id = v.field_id

SELECT v.contact_id, f.code, v.value
FROM json_each(?1) i
JOIN custom_values v ON v.contact_id = i.value
JOIN custom_fields f ON f.id = v.field_id
ORDER BY v.contact_id, f.position

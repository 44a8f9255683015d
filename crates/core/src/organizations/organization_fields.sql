SELECT v.organization_id, f.code, v.value
FROM json_each(?1) i
JOIN organization_values v ON v.organization_id = i.value
JOIN custom_fields f ON f.id = v.field_id
ORDER BY f.position, f.id

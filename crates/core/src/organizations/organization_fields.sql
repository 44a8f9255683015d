SELECT f.code, v.value
FROM organization_values v JOIN custom_fields f ON f.id = v.field_id
WHERE v.organization_id = ?1
ORDER BY f.position, f.id

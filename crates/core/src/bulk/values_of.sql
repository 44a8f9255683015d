SELECT group_concat(v.id)
FROM json_each(?1) i CROSS JOIN custom_values v ON v.contact_id = i.value AND v.field_id = ?2

SELECT group_concat(v.id)
FROM json_each(?1) i CROSS JOIN {values} v ON v.{owner} = i.value AND v.field_id = ?2

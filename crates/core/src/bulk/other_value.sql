SELECT group_concat(i.value)
FROM json_each(?1) i
LEFT JOIN {values} v ON v.{owner} = i.value AND v.field_id = ?2
WHERE v.value IS NOT ?3

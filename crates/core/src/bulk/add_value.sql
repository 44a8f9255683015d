INSERT INTO {values} ({owner}, field_id, value)
SELECT i.value, ?2, ?3
FROM json_each(?1) i
WHERE NOT EXISTS (SELECT 1 FROM {values} v WHERE v.{owner} = i.value AND v.field_id = ?2)

SELECT f.code, n.values_, coalesce(m.misfits, 0)
FROM (SELECT field_id, count(*) AS values_ FROM {values} GROUP BY field_id) n
JOIN custom_fields f ON f.id = n.field_id
LEFT JOIN (SELECT field_id, count(*) AS misfits FROM {values} WHERE misfit IS NOT NULL GROUP BY field_id) m
  ON m.field_id = n.field_id

SELECT o.id, o.name, v.value
FROM {values} v JOIN {owners} o ON o.id = v.{owner}
WHERE v.field_id = ?1 AND v.misfit IS NOT NULL
ORDER BY o.sort_key, o.id
LIMIT 1000

SELECT group_concat(id)
FROM (
  SELECT id FROM organizations
  WHERE (deleted_at IS NOT NULL) = ?2 AND (?1 IS NULL OR kind = ?1)
  ORDER BY sort_key, id
)

SELECT group_concat(id) FROM (
  SELECT id FROM contacts
  WHERE deleted_at IS NULL AND archived_at IS NULL
  ORDER BY sort_key, id
)

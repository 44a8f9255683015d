SELECT group_concat(id) FROM (
  SELECT id FROM contacts
  WHERE {condition}
  ORDER BY sort_key, id
)

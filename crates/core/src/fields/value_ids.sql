SELECT id FROM {values} WHERE field_id = ?1 LIMIT 1000

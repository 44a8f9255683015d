SELECT id, value, misfit IS NOT NULL FROM {values} WHERE field_id = ?1 AND id > ?2 ORDER BY id LIMIT ?3

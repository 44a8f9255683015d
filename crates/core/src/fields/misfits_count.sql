SELECT count(*) FROM {values} WHERE field_id = ?1 AND misfit IS NOT NULL

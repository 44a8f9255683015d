SELECT id FROM contacts WHERE sort_key = ?1 AND deleted_at IS NULL LIMIT 2

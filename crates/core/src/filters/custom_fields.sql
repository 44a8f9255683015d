SELECT id, code, label, type, options FROM custom_fields ORDER BY position, id

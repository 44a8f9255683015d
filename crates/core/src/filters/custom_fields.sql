SELECT id, code, label, type, options FROM custom_fields WHERE subject <> 'organization' ORDER BY position, id

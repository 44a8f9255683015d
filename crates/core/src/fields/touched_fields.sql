SELECT row_id FROM journal WHERE batch_id = ?1 AND "table" = 'custom_fields'

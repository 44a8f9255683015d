UPDATE custom_fields
SET label = ?2, type = ?3, options = ?4, currency = ?5, required = ?6, default_value = ?7
WHERE id = ?1

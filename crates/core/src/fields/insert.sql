INSERT INTO custom_fields (code, label, subject, type, options, currency, required, default_value, position)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, (SELECT coalesce(max(position), 0) + 1 FROM custom_fields WHERE subject = ?3))
RETURNING id

INSERT INTO custom_fields (code, label, type, position)
VALUES (?1, ?2, 'text', (SELECT coalesce(max(position), 0) + 1 FROM custom_fields))

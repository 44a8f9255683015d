INSERT INTO {values} ({owner}, field_id, value)
VALUES (?1, ?2, ?3)
ON CONFLICT ({owner}, field_id) DO UPDATE SET value = excluded.value, misfit = NULL

INSERT INTO groups (name, folded, category_id, type, kind, filter, description, created_at, created_batch)
VALUES (?1, ?2, ?3, ?4, iif(?5 IS NULL, 'static', 'dynamic'), ?5, ?6, ?7, ?8)

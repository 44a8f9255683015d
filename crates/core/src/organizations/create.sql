INSERT INTO organizations (uid, kind, name, folded, created_at, changed_at, created_batch, sort_key)
VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6, ?7)

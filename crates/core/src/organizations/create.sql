INSERT INTO organizations (uid, kind, name, folded, created_at, changed_at, created_batch, sort_key)
VALUES (?1, 'account', ?2, ?3, ?4, ?4, ?5, ?6)

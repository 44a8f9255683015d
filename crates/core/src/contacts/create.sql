INSERT INTO contacts (uid, name, created_at, changed_at, created_batch)
VALUES (?1, '', ?2, ?2, ?3)

INSERT INTO journal (batch_id, "table", operation, row_id, last_id, payload)
VALUES (?1, ?2, 'insert', ?3, ?4, ?5)

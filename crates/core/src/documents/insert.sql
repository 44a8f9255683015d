INSERT INTO documents (kind, series, number, on_date, order_id, payment_id, takes_back, batch_id, content)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)

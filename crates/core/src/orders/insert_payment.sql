INSERT INTO payments (contact_id, order_id, kind, on_date, minor, currency, method, note)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)

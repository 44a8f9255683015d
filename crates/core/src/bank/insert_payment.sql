INSERT INTO payments (contact_id, order_id, kind, on_date, minor, currency, method, note, bank_key)
VALUES (?1, ?2, 'payment', ?3, ?4, ?5, 'transfer', ?6, ?7)

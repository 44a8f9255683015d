INSERT INTO orders (id, contact_id, on_date, currency)
SELECT value ->> 1, value ->> 4, ?3, value ->> 9
FROM json_each(?1)
WHERE value ->> 12

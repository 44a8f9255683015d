INSERT INTO order_lines (contact_id, order_id, text, minor, term_id)
SELECT value ->> 4, value ->> 1, value ->> 10, value ->> 11, value ->> 0
FROM json_each(?1)
WHERE value ->> 1 IS NOT NULL

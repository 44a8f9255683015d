SELECT id, order_id, text, minor
FROM order_lines
WHERE contact_id BETWEEN ?1 AND ?2
ORDER BY id

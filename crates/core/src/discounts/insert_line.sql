INSERT INTO order_lines (contact_id, order_id, text, minor, promo_id)
SELECT contact_id, id, ?2, ?3, ?4
FROM orders
WHERE id = ?1

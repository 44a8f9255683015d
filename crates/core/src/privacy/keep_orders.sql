INSERT INTO erased_orders (id, erasure_id, on_date, currency, cancelled_on, lines)
SELECT o.id, ?1, o.on_date, o.currency, o.cancelled_on, (
  SELECT json_group_array(json_object('text', l.text, 'minor', l.minor))
  FROM order_lines l
  WHERE l.order_id = o.id
)
FROM orders o
WHERE o.contact_id = ?2

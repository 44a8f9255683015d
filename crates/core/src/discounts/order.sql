SELECT o.contact_id, o.on_date, o.currency, o.cancelled_on IS NOT NULL AS cancelled,
  EXISTS (
    SELECT 1 FROM documents d
    WHERE d.order_id = o.id AND d.kind = 'invoice'
      AND NOT EXISTS (SELECT 1 FROM documents b WHERE b.takes_back = d.id)
  ) AS invoiced,
  (SELECT coalesce(sum(l.minor), 0) FROM order_lines l WHERE l.order_id = o.id) AS total
FROM orders o
WHERE o.id = ?

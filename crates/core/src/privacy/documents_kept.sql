SELECT count(*)
FROM documents d
WHERE d.order_id IN (SELECT id FROM orders WHERE contact_id = ?1)
  OR d.payment_id IN (SELECT id FROM payments WHERE contact_id = ?1)

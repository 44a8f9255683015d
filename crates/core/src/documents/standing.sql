-- Documents that stand, each with whether what it is of stands.
SELECT d.id, d.batch_id,
  iif(d.kind = 'invoice',
    EXISTS (SELECT 1 FROM orders o WHERE o.id = d.order_id AND o.cancelled_on IS NULL),
    EXISTS (SELECT 1 FROM payments p WHERE p.id = d.payment_id)) AS founded
FROM documents d
WHERE d.kind IN ('invoice', 'receipt') AND NOT EXISTS (SELECT 1 FROM documents b WHERE b.takes_back = d.id)
ORDER BY d.id

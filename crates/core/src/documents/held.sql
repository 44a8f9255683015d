-- The document of an order or a payment that nothing takes back.
SELECT d.number, d.content
FROM documents d
WHERE d.kind IN ('invoice', 'receipt') AND (d.order_id = ?1 OR d.payment_id = ?2)
  AND NOT EXISTS (SELECT 1 FROM documents b WHERE b.takes_back = d.id)
ORDER BY d.id DESC
LIMIT 1

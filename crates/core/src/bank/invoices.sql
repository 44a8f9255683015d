-- Invoices that stand.
SELECT d.number, d.order_id
FROM documents d
WHERE d.kind = 'invoice' AND d.order_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM documents b WHERE b.takes_back = d.id)

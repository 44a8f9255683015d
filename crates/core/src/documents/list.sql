-- To whom and how much is what stands on the paper, also where the contact has gone since.
SELECT d.id, d.kind, d.number, d.on_date, d.order_id, d.payment_id,
  coalesce(o.contact_id, p.contact_id) AS contact_id,
  d.content ->> '$.title' AS title,
  d.content ->> '$.to[0]' AS name,
  d.content ->> '$.totals[0][1]' AS amount,
  EXISTS (SELECT 1 FROM documents b WHERE b.takes_back = d.id) AS taken_back
FROM documents d
  LEFT JOIN orders o ON o.id = d.order_id
  LEFT JOIN payments p ON p.id = d.payment_id
ORDER BY d.id DESC

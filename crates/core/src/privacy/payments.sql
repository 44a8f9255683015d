SELECT id, order_id AS "order", kind, on_date AS date, minor, currency, method
FROM erased_payments
WHERE erasure_id = ?
ORDER BY id

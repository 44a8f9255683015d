INSERT INTO erased_payments (id, erasure_id, order_id, kind, on_date, minor, currency, method)
SELECT id, ?1, order_id, kind, on_date, minor, currency, method
FROM payments
WHERE contact_id = ?2

SELECT id, contact_id, kind, on_date, minor, currency, method, order_id, note
FROM payments
WHERE contact_id BETWEEN ?1 AND ?2
ORDER BY on_date, id

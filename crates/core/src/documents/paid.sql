SELECT coalesce(sum(CASE kind WHEN 'payment' THEN minor ELSE -minor END), 0) FROM payments WHERE order_id = ?1

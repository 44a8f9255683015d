-- The highest level of each order, with the day of it.
SELECT order_id, level, max(on_date)
FROM dunnings d
WHERE level = (SELECT max(level) FROM dunnings h WHERE h.order_id = d.order_id)
GROUP BY order_id, level

-- What an earlier erasure kept of the same order: the person came back with a backup. It is counted once.
DELETE FROM erased_orders
WHERE erasure_id = ?1 AND EXISTS (
  SELECT 1 FROM erased_orders e
  WHERE e.erasure_id < ?1 AND e.id = erased_orders.id AND e.on_date = erased_orders.on_date
    AND e.currency = erased_orders.currency AND e.lines = erased_orders.lines
)

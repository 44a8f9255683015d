DELETE FROM erased_payments
WHERE erasure_id = ?1 AND EXISTS (
  SELECT 1 FROM erased_payments e
  WHERE e.erasure_id < ?1 AND e.id = erased_payments.id AND e.on_date = erased_payments.on_date
    AND e.minor = erased_payments.minor AND e.currency = erased_payments.currency AND e.kind = erased_payments.kind
)

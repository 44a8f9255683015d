SELECT p.id, p.code, p.text, p.percent, p.minor, p.currency, p.valid_from, p.valid_until, p.uses,
  p.retired_at IS NOT NULL AS retired,
  (SELECT count(*) FROM order_lines l JOIN orders o ON o.id = l.order_id
   WHERE l.promo_id = p.id AND o.cancelled_on IS NULL) AS used
FROM promo_codes p
WHERE p.id = coalesce(?1, p.id) AND p.folded = coalesce(?2, p.folded)
ORDER BY p.retired_at IS NOT NULL, p.folded

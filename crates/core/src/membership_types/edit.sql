UPDATE membership_types
SET name = ?2, folded = ?3, term = ?4, grace_days = ?5, pro_rata = ?6, roll_over = ?7,
  retired_at = iif(?8 IS NULL, NULL, coalesce(retired_at, ?8))
WHERE id = ?1

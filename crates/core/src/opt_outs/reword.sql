UPDATE subscriptions
SET initiative = ?2, reason = ?3, note = ?4
WHERE id = ?1 AND (initiative IS NOT ?2 OR reason IS NOT ?3 OR note IS NOT ?4)

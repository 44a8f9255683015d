UPDATE membership_tiers
SET name = ?2, folded = ?3, retired_at = NULL
WHERE type_id = ?1 AND id = ?4
RETURNING id

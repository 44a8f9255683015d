UPDATE promo_codes SET valid_from = ?2, valid_until = ?3, uses = ?4, retired_at = ?5 WHERE id = ?1

UPDATE {points} SET value = ?2, normalized = ?3{set_key}
WHERE id = ?1

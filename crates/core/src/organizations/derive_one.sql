UPDATE organizations SET sort_key = ?2, folded = ?3
WHERE id = ?1 AND (sort_key IS NOT ?2 OR folded IS NOT ?3)

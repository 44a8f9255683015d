UPDATE {points} SET is_primary = NULL
WHERE {owner} = ?1 AND kind = ?2 AND is_primary = 1 AND id <> ?3

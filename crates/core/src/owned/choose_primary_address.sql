UPDATE {addresses} SET is_primary = 1
WHERE id IN (SELECT min(id) FROM {addresses} WHERE {owner} = ?1 GROUP BY {owner} HAVING count(is_primary) = 0)

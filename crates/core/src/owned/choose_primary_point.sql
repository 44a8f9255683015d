UPDATE {points} SET is_primary = 1
WHERE id IN (SELECT min(id) FROM {points} WHERE {owner} = ?1 GROUP BY kind HAVING count(is_primary) = 0)

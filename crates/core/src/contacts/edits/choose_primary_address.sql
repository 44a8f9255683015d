UPDATE addresses SET is_primary = 1
WHERE id IN (SELECT min(id) FROM addresses WHERE contact_id = ?1 GROUP BY contact_id HAVING count(is_primary) = 0)

UPDATE addresses SET is_primary = 1
WHERE ?1 IS NOT NULL AND id IN (
  SELECT min(id) FROM addresses GROUP BY contact_id HAVING max(is_primary) IS NULL
)

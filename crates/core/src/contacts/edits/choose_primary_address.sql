UPDATE addresses SET is_primary = 1
WHERE id = (SELECT min(id) FROM addresses WHERE contact_id = ?1)
  AND NOT EXISTS (SELECT 1 FROM addresses WHERE contact_id = ?1 AND is_primary = 1)

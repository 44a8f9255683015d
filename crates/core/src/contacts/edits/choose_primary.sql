UPDATE points SET is_primary = 1
WHERE id = (SELECT min(id) FROM points WHERE contact_id = ?1 AND kind = ?2)
  AND NOT EXISTS (SELECT 1 FROM points WHERE contact_id = ?1 AND kind = ?2 AND is_primary = 1)

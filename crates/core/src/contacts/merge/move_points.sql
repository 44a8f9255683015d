UPDATE points SET contact_id = ?1, is_primary = iif(EXISTS (
  SELECT 1 FROM points k WHERE k.contact_id = ?1 AND k.kind = points.kind AND k.is_primary = 1
), NULL, is_primary)
WHERE contact_id = ?2

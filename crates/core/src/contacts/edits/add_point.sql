INSERT INTO points (contact_id, kind, label, value, normalized, match_key, is_primary, source)
VALUES (?1, ?2, ?3, ?4, ?5, ?6,
  iif(EXISTS (SELECT 1 FROM points WHERE contact_id = ?1 AND kind = ?2 AND is_primary = 1), NULL, 1), 'manual')

INSERT INTO {points} ({owner}, kind, label, value, normalized, is_primary{keyed})
VALUES (?1, ?2, ?3, ?4, ?5,
  iif(EXISTS (SELECT 1 FROM {points} WHERE {owner} = ?1 AND kind = ?2 AND is_primary = 1), NULL, 1){key})

INSERT INTO {addresses} ({owner}, label, is_primary)
VALUES (?1, ?2, iif(EXISTS (SELECT 1 FROM {addresses} WHERE {owner} = ?1 AND is_primary = 1), NULL, 1))

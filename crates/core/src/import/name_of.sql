SELECT prefix, first_name, middle_name, last_name, suffix, nickname, full_name
FROM contacts
WHERE id = ?1 AND deleted_at IS NULL

INSERT INTO views (subject, name, search, filter, columns, sort, descending, position)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, (SELECT coalesce(max(position), 0) + 1 FROM views WHERE subject = ?1))

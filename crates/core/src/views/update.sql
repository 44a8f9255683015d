UPDATE views
SET name = ?2, search = ?3, filter = ?4, columns = ?5, sort = ?6, descending = ?7
WHERE id = ?1

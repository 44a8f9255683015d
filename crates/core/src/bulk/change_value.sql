UPDATE {values}
SET value = ?3, misfit = NULL
WHERE {owner} IN (SELECT value FROM json_each(?1)) AND field_id = ?2

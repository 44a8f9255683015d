SELECT c."table" AS "table", c.rowid AS row, f."from" AS "column", t."notnull" OR t.pk AS required
FROM pragma_foreign_key_check AS c
JOIN pragma_foreign_key_list(c."table") AS f ON f.id = c.fkid
JOIN pragma_table_info(c."table") AS t ON t.name = f."from"
WHERE c.rowid IS NOT NULL
LIMIT 1000

UPDATE OR ROLLBACK {table} SET {column} = new.value
FROM (SELECT value ->> 0 AS id, value ->> 1 AS value, max(key) FROM json_each(?1) GROUP BY 1) new
WHERE {table}.id = new.id

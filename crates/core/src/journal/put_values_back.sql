UPDATE OR IGNORE {table} AS t SET {sets}
FROM (SELECT value ->> 0 AS id, value ->> 1 AS before, value ->> 2 AS after FROM json_each(?1)) e
WHERE t.id = e.id AND {same}
RETURNING id

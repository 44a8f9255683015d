UPDATE {values} SET value = new.value, misfit = new.misfit
FROM (SELECT value ->> 0 AS id, value ->> 1 AS value, iif(value ->> 2, x'01', NULL) AS misfit FROM json_each(?1)) new
WHERE {values}.id = new.id

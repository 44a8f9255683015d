UPDATE OR ROLLBACK points SET value = new.value, normalized = new.normalized, match_key = new.match_key
FROM (
  SELECT value ->> 0 AS id, value ->> 1 AS value, value ->> 2 AS normalized, value ->> 3 AS match_key, max(key)
  FROM json_each(?1) GROUP BY 1
) new
WHERE points.id = new.id

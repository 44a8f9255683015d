INSERT INTO import_rejects (batch_id, row, cells, problems)
SELECT ?1, value ->> 0, value ->> 1, value ->> 2
FROM json_each(?2)

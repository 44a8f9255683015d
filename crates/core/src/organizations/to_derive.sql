SELECT id, name FROM organizations WHERE sort_key = x''
UNION
SELECT o.id, o.name
FROM journal j JOIN organizations o ON o.id = j.row_id
WHERE j.batch_id = ?1 AND j."table" = 'organizations' AND j.operation = 'update'

SELECT DISTINCT a.contact_id
FROM journal j JOIN affiliations a ON a.organization_id = j.row_id
WHERE j.batch_id = ?1 AND j."table" = 'organizations' AND j.operation = 'update'

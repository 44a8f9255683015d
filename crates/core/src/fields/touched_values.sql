SELECT v.field_id, v.id, v.value, v.misfit IS NOT NULL
FROM journal j JOIN {values} v ON v.id = j.row_id
WHERE j.batch_id = ?1 AND j."table" = '{values}' AND j.row_id = j.last_id

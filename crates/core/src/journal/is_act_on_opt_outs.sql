SELECT operation LIKE 'opt\_out%' ESCAPE '\'
  OR operation IN ('undo', 'redo', 'sample_data')
  OR (operation = 'import_run' AND coalesce(report ->> 'mode', '') = 'opt-out')
FROM batches
WHERE id = ?1

DELETE FROM journal
WHERE batch_id IN (SELECT id FROM batches WHERE operation IN ('files_attach', 'files_detach', 'file_rename'))
  AND NOT EXISTS (SELECT 1 FROM journal f WHERE f.batch_id = journal.batch_id AND f."table" = 'files')

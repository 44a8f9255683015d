SELECT
  (SELECT coalesce(max(id), 0) FROM batches),
  (SELECT count(*) FROM contacts WHERE deleted_at IS NULL AND archived_at IS NULL),
  (SELECT count(*) FROM organizations WHERE deleted_at IS NULL),
  (SELECT count(*) FROM groups)

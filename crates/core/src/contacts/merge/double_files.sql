DELETE FROM files
WHERE contact_id = ?2 AND EXISTS (
  SELECT 1 FROM files k WHERE k.contact_id = ?1 AND k.hash = files.hash AND k.name = files.name
)

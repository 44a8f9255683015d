-- The contacts that an undo (?1) may have left without an organization: it touched their ties, their membership or one of
-- their organizations, or brought them back from the trash; a redo made again what its batch (?2) had created.
SELECT contact_id
FROM journal
WHERE batch_id = ?1 AND contact_id IS NOT NULL
  AND ("table" IN ('affiliations', 'members') OR ("table" = 'contacts' AND before ->> 'deleted_at' IS NOT NULL))
UNION
SELECT a.contact_id
FROM journal j JOIN affiliations a ON a.organization_id = j.row_id
WHERE j.batch_id = ?1 AND j."table" = 'organizations'
UNION
SELECT id FROM contacts WHERE created_batch = ?2 AND (SELECT operation FROM batches WHERE id = ?1) = 'redo'

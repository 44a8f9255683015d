-- The consents of all contacts that are not in the trash, a stretch of them by purpose and name. When one that does not
-- stand any more was given, the journal knows; entries of contacts that were merged since are under the numbers they had.
WITH found AS (
  SELECT n.id, n.contact_id, c.name, n.purpose, n.state, n.date, n.how, n.note
  FROM consents n
  JOIN contacts c ON c.id = n.contact_id
  WHERE c.deleted_at IS NULL
    AND (?1 IS NULL OR n.purpose = ?1)
    AND (?2 IS NULL OR n.state = ?2)
    AND (?3 = '' OR EXISTS (SELECT 1 FROM contact_search s WHERE s.contact_id = c.id AND instr(s.text, ?3) > 0))
  ORDER BY n.purpose, c.sort_key, n.id
  LIMIT ?4 OFFSET ?5
), given AS (
  SELECT f.id, max(j.id) AS entry
  FROM found f
  JOIN journal j ON j.contact_id IN (
    SELECT f.contact_id UNION ALL SELECT merged_id FROM merges WHERE merges.contact_id = f.contact_id
  )
  WHERE f.state <> 'given' AND j."table" = 'consents' AND j.row_id = f.id
    AND json_extract(j.before, '$.state') = 'given'
  GROUP BY f.id
)
SELECT f.contact_id, f.name, f.purpose, f.state, f.how, f.note,
  CASE
    WHEN f.state = 'given' THEN f.date
    WHEN j.id IS NULL THEN NULL
    -- An entry holds what was changed.
    WHEN json_type(j.before, '$.date') IS NULL THEN f.date
    ELSE json_extract(j.before, '$.date')
  END AS given_on,
  CASE
    WHEN f.state = 'given' THEN f.how
    WHEN j.id IS NULL THEN NULL
    WHEN json_type(j.before, '$.how') IS NULL THEN f.how
    ELSE json_extract(j.before, '$.how')
  END AS given_how,
  iif(f.state = 'given', NULL, f.date) AS ended_on
FROM found f
LEFT JOIN given ON given.id = f.id
LEFT JOIN journal j ON j.id = given.entry
ORDER BY f.purpose, (SELECT sort_key FROM contacts WHERE id = f.contact_id), f.id

DELETE FROM {points}
WHERE id IN (
  SELECT id FROM (
    SELECT id, label, row_number() OVER (ORDER BY is_primary DESC, id) AS number
    FROM {points}
    WHERE {owner} = ?1 AND kind = ?2 AND (label IS ?3 OR ?3 IS NULL)
  )
  WHERE ?4 IS NULL OR number = ?4
)

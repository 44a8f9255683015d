DELETE FROM points
WHERE contact_id = ?2 AND EXISTS (
  SELECT 1
  FROM points k
  WHERE k.contact_id = ?1 AND k.kind = points.kind AND (
    k.normalized = points.normalized
    OR (
      k.normalized IS NULL AND points.normalized IS NULL
      AND k.value = points.value COLLATE NOCASE AND k.label IS points.label
    )
  )
)

-- A phone or e-mail that had no label gets that of its double.
UPDATE points SET label = d.label
FROM points d
WHERE points.contact_id = ?1 AND points.label IS NULL AND points.normalized IS NOT NULL
  AND d.contact_id = ?2 AND d.kind = points.kind AND d.normalized = points.normalized AND d.label IS NOT NULL

-- A contact that was merged since is the one that took it in; whoever is in the trash is nobody to look at.
SELECT s.ground, s.contact_id, s.other_id
FROM (
  SELECT min(i.id) AS id, i.ground, coalesce(ma.contact_id, i.contact_id) AS contact_id, coalesce(mb.contact_id, i.other_id) AS other_id
  FROM import_similar i
  LEFT JOIN merges ma ON ma.merged_id = i.contact_id
  LEFT JOIN merges mb ON mb.merged_id = i.other_id
  WHERE i.batch_id = ?1
  GROUP BY 3, 4
) s
JOIN contacts a ON a.id = s.contact_id AND a.deleted_at IS NULL
JOIN contacts b ON b.id = s.other_id AND b.deleted_at IS NULL
WHERE s.contact_id <> s.other_id
ORDER BY s.id
LIMIT ?2

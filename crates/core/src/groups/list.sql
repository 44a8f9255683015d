SELECT g.id, g.name, k.name AS category, g.type, g.filter, g.description, g.created_at AS created,
  (SELECT count(*) FROM group_contacts gc WHERE gc.group_id = g.id AND gc.pin <> 'exclude' AND g.filter IS NOT NULL) AS included,
  (SELECT count(*) FROM group_contacts gc WHERE gc.group_id = g.id AND gc.pin = 'exclude') AS excluded
FROM groups g LEFT JOIN group_categories k ON k.id = g.category_id
WHERE ?1 IS NULL OR g.id = ?1
ORDER BY g.folded, g.id

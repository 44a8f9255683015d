SELECT k.id, k.name, (SELECT count(*) FROM groups g WHERE g.category_id = k.id)
FROM group_categories k
ORDER BY k.position, k.name, k.id

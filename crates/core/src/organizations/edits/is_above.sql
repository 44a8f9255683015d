WITH RECURSIVE above (id) AS (
  SELECT ?2
  UNION
  SELECT o.parent_id FROM above JOIN organizations o ON o.id = above.id WHERE o.parent_id IS NOT NULL
)
SELECT EXISTS (SELECT 1 FROM json_each(?1) i WHERE i.value IN (SELECT id FROM above))

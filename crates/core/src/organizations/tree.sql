WITH RECURSIVE
  above (id, distance) AS (
    SELECT ?1, 0
    UNION ALL
    SELECT p.id, above.distance + 1
    FROM above
    JOIN organizations o ON o.id = above.id
    JOIN organizations p ON p.id = o.parent_id AND p.deleted_at IS NULL
    WHERE above.distance < 100
  ),
  -- Taken from the queue by the path, which is made of sort keys: depth first, by name.
  tree (id, parent_id, depth, path) AS (
    SELECT id, NULL, 0, '' FROM (SELECT id FROM above ORDER BY distance DESC LIMIT 1)
    UNION ALL
    SELECT o.id, o.parent_id, tree.depth + 1, tree.path || hex(o.sort_key) || printf('/%012d/', o.id)
    FROM tree JOIN organizations o ON o.parent_id = tree.id AND o.deleted_at IS NULL
    WHERE tree.depth < 100
    ORDER BY 4
    LIMIT ?2
  )
SELECT o.id, o.kind, o.name, tree.parent_id, tree.depth,
  (
    SELECT count(DISTINCT a.contact_id)
    FROM affiliations a JOIN contacts c ON c.id = a.contact_id
    WHERE a.organization_id = o.id AND c.deleted_at IS NULL AND c.archived_at IS NULL
  ) AS contacts
FROM tree JOIN organizations o ON o.id = tree.id
ORDER BY tree.path

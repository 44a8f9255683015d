WITH RECURSIVE
  -- Taken from the queue by the path, which is made of sort keys: depth first, by name.
  tree (id, parent_id, depth, path) AS (
    SELECT ?1, NULL, 0, ''
    UNION ALL
    SELECT o.id, o.parent_id, tree.depth + 1, tree.path || hex(o.sort_key) || printf('/%012d/', o.id)
    FROM tree JOIN organizations o ON o.parent_id = tree.id AND o.deleted_at IS NULL
    WHERE tree.depth < ?3
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

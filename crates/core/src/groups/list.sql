SELECT g.id, g.name, k.name AS category, g.type, g.kind = 'dynamic' AS dynamic, g.created_at AS created,
  (
    SELECT count(*)
    FROM group_contacts gc JOIN contacts c ON c.id = gc.contact_id
    WHERE gc.group_id = g.id AND gc.pin = 'member' AND c.deleted_at IS NULL AND c.archived_at IS NULL
  ) AS total,
  (
    SELECT count(*)
    FROM group_contacts gc JOIN contacts c ON c.id = gc.contact_id
    WHERE gc.group_id = g.id AND gc.pin = 'member' AND c.deleted_at IS NULL AND c.archived_at IS NULL
      AND EXISTS (
        SELECT 1 FROM points p
        WHERE p.contact_id = c.id AND p.kind IN ('phone', 'email') AND p.normalized IS NOT NULL
          AND NOT EXISTS (
            SELECT 1 FROM subscriptions s
            WHERE s.kind = p.kind AND s.normalized = p.normalized AND s.status = 'opted_out'
          )
      )
  ) AS active
FROM groups g LEFT JOIN group_categories k ON k.id = g.category_id
ORDER BY g.folded, g.id

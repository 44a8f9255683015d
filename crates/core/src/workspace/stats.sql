WITH live AS (SELECT id FROM contacts WHERE deleted_at IS NULL AND archived_at IS NULL)
SELECT
  (SELECT count(*) FROM live) AS contacts,
  (
    SELECT count(*) FROM live WHERE EXISTS (
      SELECT 1 FROM points p
      WHERE p.contact_id = live.id AND p.kind IN ('phone', 'email') AND p.normalized IS NOT NULL
        AND NOT EXISTS (
          SELECT 1 FROM subscriptions s
          WHERE s.kind = p.kind AND s.normalized = p.normalized AND s.status = 'opted_out'
        )
    )
  ) AS active,
  (
    SELECT count(*) FROM live WHERE NOT EXISTS (
      SELECT 1 FROM points p
      WHERE p.contact_id = live.id AND p.kind IN ('phone', 'email') AND p.normalized IS NOT NULL
    )
  ) AS unreachable,
  (SELECT count(*) FROM organizations WHERE deleted_at IS NULL) AS organizations,
  (
    SELECT count(*) FROM members m JOIN live ON live.id = m.contact_id WHERE m.reverted_at IS NULL
  ) AS members,
  (SELECT count(*) FROM groups) AS groups,
  (SELECT count(*) FROM subscriptions WHERE status = 'opted_out') AS opt_outs,
  (SELECT count(*) FROM contacts WHERE deleted_at IS NOT NULL) AS trash,
  (SELECT count(*) FROM contacts WHERE archived_at IS NOT NULL AND deleted_at IS NULL) AS archived

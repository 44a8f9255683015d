-- Whether anybody's primary point or address stands behind another of its kind in the order of the columns.
WITH ranks AS MATERIALIZED (SELECT key AS rank, value ->> 0 AS kind, value ->> 1 AS label FROM json_each(?2)),
  held AS MATERIALIZED (
    SELECT p.contact_id, p.kind, p.is_primary, p.label FROM json_each(?1) i JOIN points p ON p.contact_id = i.value
    UNION ALL
    SELECT a.contact_id, 'address', a.is_primary, a.label FROM json_each(?1) i JOIN addresses a ON a.contact_id = i.value
  ),
  ranked AS MATERIALIZED (
    SELECT held.contact_id, held.kind, held.is_primary,
      coalesce(
        (SELECT min(r.rank) FROM ranks r WHERE r.kind = held.kind AND r.label IS held.label),
        (SELECT min(r.rank) FROM ranks r WHERE r.kind = held.kind)
      ) AS rank
    FROM held
  )
SELECT EXISTS (
  SELECT 1
  FROM ranked
  GROUP BY contact_id, kind
  HAVING min(rank) < max(iif(is_primary = 1, rank, NULL))
)

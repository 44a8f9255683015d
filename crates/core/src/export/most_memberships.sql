-- How many memberships a member has at most.
SELECT coalesce(max(n), 0)
FROM (
  SELECT count(*) AS n
  FROM json_each(?1) i JOIN members m ON m.contact_id = i.value JOIN memberships s ON s.contact_id = i.value
  WHERE m.reverted_at IS NULL
  GROUP BY s.contact_id
)

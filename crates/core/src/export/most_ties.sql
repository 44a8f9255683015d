-- How many organizations a contact has at most.
SELECT coalesce(max(n), 0)
FROM (
  SELECT count(*) AS n
  FROM json_each(?1) i JOIN affiliations a ON a.contact_id = i.value JOIN organizations o ON o.id = a.organization_id
  WHERE o.deleted_at IS NULL
  GROUP BY a.contact_id
)

SELECT kind, label, max(n)
FROM (
  SELECT p.kind, p.label, count(*) AS n
  FROM json_each(?1) i JOIN points p ON p.contact_id = i.value
  GROUP BY p.contact_id, p.kind, p.label
)
GROUP BY kind, label

-- How many columns the points of a kind and the addresses need. Who has many has one for each label. What stands in one kind
-- of column is one kind: faxes among phones, profiles among websites.
WITH held AS (
  SELECT p.contact_id, CASE p.kind WHEN 'fax' THEN 'phone' WHEN 'social' THEN 'website' ELSE p.kind END AS kind,
    p.kind || coalesce(p.label, '') AS label
  FROM json_each(?1) i JOIN points p ON p.contact_id = i.value
  UNION ALL
  SELECT a.contact_id, 'address', a.label
  FROM json_each(?1) i JOIN contact_addresses a ON a.contact_id = i.value
), counted AS (
  SELECT kind, count(*) AS n, count(DISTINCT label) AS labels FROM held GROUP BY contact_id, kind
)
SELECT kind, max(CASE WHEN n <= ?2 OR kind = 'address' THEN n ELSE labels END) FROM counted GROUP BY kind

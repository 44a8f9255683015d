SELECT
  count(DISTINCT CASE "table" WHEN 'organizations' THEN row_id END) AS organizations,
  count(DISTINCT CASE "table" WHEN 'custom_fields' THEN row_id END) AS fields,
  count(DISTINCT CASE "table" WHEN 'groups' THEN row_id END) AS groups,
  count(DISTINCT CASE "table" WHEN 'tags' THEN row_id END) AS tags,
  count(DISTINCT CASE "table" WHEN 'views' THEN row_id END) AS views
FROM journal
WHERE batch_id = ?1 AND contact_id IS NULL

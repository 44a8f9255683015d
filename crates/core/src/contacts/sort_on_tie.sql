SELECT id, value FROM (
  SELECT a.contact_id AS id, a.{on_tie} AS value, a.is_primary IS NULL AS later
  FROM affiliations a
  UNION ALL
  SELECT id, {on_contact}, 2 FROM contacts
)
ORDER BY later

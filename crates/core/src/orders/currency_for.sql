SELECT currency
FROM (
  SELECT currency, 0 AS place, -id AS at FROM orders WHERE contact_id = ?1
  UNION ALL
  SELECT t.currency, 1, s.id FROM memberships s JOIN membership_types t ON t.id = s.type_id WHERE s.contact_id = ?1
  UNION ALL
  SELECT currency, 2, id FROM membership_types
)
ORDER BY place, at
LIMIT 1

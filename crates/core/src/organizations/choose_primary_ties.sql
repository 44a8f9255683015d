-- Contacts whose primary tie went: the oldest that is left becomes it.
UPDATE affiliations SET is_primary = 1
WHERE id IN (
  SELECT min(id) FROM affiliations
  WHERE contact_id IN (SELECT value FROM json_each(?1))
  GROUP BY contact_id HAVING count(is_primary) = 0
)

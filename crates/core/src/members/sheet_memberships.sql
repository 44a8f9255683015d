SELECT s.id, s.contact_id, t.name AS type_name,
  (
    SELECT coalesce(
      (SELECT number FROM members WHERE contact_id = s.payer_id AND reverted_at IS NULL),
      (SELECT value FROM points WHERE contact_id = s.payer_id AND kind = 'email' ORDER BY is_primary DESC, id LIMIT 1),
      (SELECT name FROM contacts WHERE id = s.payer_id)
    )
  ) AS payer
FROM json_each(?1) i JOIN memberships s ON s.contact_id = i.value JOIN membership_types t ON t.id = s.type_id
ORDER BY s.contact_id, s.id

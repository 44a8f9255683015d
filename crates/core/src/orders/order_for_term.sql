INSERT INTO orders (contact_id, on_date, currency)
SELECT coalesce(s.payer_id, s.contact_id), ?2, ?3
FROM terms t JOIN memberships s ON s.id = t.membership_id
WHERE t.id = ?1

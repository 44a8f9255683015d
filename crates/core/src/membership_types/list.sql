SELECT t.id, t.name, t.term, t.grace_days, t.currency, t.pro_rata, t.roll_over, t.retired_at IS NOT NULL AS retired,
  (
    SELECT count(*)
    FROM memberships s JOIN members m ON m.contact_id = s.contact_id JOIN contacts c ON c.id = s.contact_id
    WHERE s.type_id = t.id AND m.reverted_at IS NULL AND c.deleted_at IS NULL
  ) AS members
FROM membership_types t
ORDER BY retired, t.folded, t.id

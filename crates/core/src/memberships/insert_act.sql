INSERT INTO membership_acts (contact_id, membership_id, kind, on_date, reason, batch_id)
SELECT contact_id, id, ?2, ?3, ?4, ?5
FROM memberships
WHERE id = ?1

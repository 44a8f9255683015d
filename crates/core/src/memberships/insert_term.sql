INSERT INTO terms (contact_id, membership_id, tier_id, start_date, end_date, issues, reason, batch_id)
SELECT contact_id, id, ?2, ?3, ?4, ?5, ?6, ?7
FROM memberships
WHERE id = ?1

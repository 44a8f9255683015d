SELECT membership_id, start_date, end_date, issues, tier_id, batch_id
FROM terms
WHERE contact_id BETWEEN ?1 AND ?2
ORDER BY id

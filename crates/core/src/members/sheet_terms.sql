SELECT t.membership_id, r.name AS tier, t.start_date, t.end_date, t.issues, t.reason, t.batch_id
FROM json_each(?1) i JOIN terms t ON t.contact_id = i.value LEFT JOIN membership_tiers r ON r.id = t.tier_id
ORDER BY t.start_date, t.id

INSERT INTO terms (id, contact_id, membership_id, tier_id, start_date, end_date, issues, batch_id)
SELECT value ->> 0, value ->> 3, value ->> 2, value ->> 5, value ->> 6, value ->> 7, value ->> 8, ?2
FROM json_each(?1)

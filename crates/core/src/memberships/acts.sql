SELECT membership_id, kind, on_date, batch_id
FROM membership_acts
WHERE contact_id BETWEEN ?1 AND ?2
ORDER BY id

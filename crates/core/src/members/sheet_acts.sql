SELECT a.membership_id, a.kind, a.on_date, a.reason, a.batch_id
FROM json_each(?1) i JOIN membership_acts a ON a.contact_id = i.value
ORDER BY a.on_date, a.id

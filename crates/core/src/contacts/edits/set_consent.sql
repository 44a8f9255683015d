INSERT INTO consents (contact_id, purpose, state, date, how, note)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (contact_id, purpose) DO UPDATE
SET state = excluded.state, date = excluded.date, how = excluded.how, note = excluded.note

INSERT INTO consents (contact_id, purpose, state, date, how, note)
SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
FROM json_each(?1)
WHERE true
ON CONFLICT (contact_id, purpose)
  DO UPDATE SET state = excluded.state, date = excluded.date, how = excluded.how, note = excluded.note

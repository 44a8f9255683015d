SELECT c.contact_id, c.purpose, c.state, c.date, c.how, c.note
FROM json_each(?1) i JOIN consents c ON c.contact_id = i.value
ORDER BY c.contact_id, c.purpose

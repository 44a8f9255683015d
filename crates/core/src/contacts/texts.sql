SELECT group_concat(contact_id), group_concat(text, char(10))
FROM (SELECT contact_id, text FROM contact_search ORDER BY contact_id)

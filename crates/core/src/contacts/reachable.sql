SELECT group_concat(contact_id) FROM points WHERE kind IN ('phone', 'email') AND normalized IS NOT NULL

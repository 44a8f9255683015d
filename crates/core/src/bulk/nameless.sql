SELECT group_concat(c.id)
FROM json_each(?1) i JOIN contacts c ON c.id = i.value
WHERE coalesce(c.first_name, c.middle_name, c.last_name, c.nickname, c.full_name) IS NULL

SELECT group_concat(i.value)
FROM json_each(?1) i
WHERE NOT EXISTS (SELECT 1 FROM affiliations a WHERE a.contact_id = i.value AND a.organization_id = ?2)

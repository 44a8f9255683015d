SELECT c.uid, c.id
FROM json_each(?) u JOIN contacts c ON c.uid = u.value
WHERE c.deleted_at IS NULL

SELECT id, contact_id, organization_id, name, size, hash, added_at, added_by
FROM files
WHERE {owner} = ?1
ORDER BY id DESC

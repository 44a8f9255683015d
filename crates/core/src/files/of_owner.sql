SELECT id, contact_id, organization_id, name, size, hash, added_at, added_by
FROM files
WHERE contact_id IS ?1 AND organization_id IS ?2
ORDER BY id DESC

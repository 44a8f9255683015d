INSERT INTO files (contact_id, organization_id, name, size, hash, added_at, added_by)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)

INSERT INTO merges (contact_id, merged_id, uid, name, number, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)

INSERT OR IGNORE INTO group_contacts (contact_id, group_id) VALUES (?1, ?2)

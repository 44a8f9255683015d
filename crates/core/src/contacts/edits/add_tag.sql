INSERT OR IGNORE INTO contact_tags (contact_id, tag_id) VALUES (?1, ?2)

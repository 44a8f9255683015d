INSERT OR ROLLBACK INTO contact_search (contact_id, text)
VALUES (?1, ?2)
ON CONFLICT (contact_id) DO UPDATE SET text = excluded.text

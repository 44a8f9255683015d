INSERT INTO group_contacts (contact_id, group_id, pin)
SELECT contact_id, ?2, pin FROM group_contacts WHERE group_id = ?1

DELETE FROM group_contacts
WHERE contact_id = ?1 AND pin = 'member' AND group_id NOT IN (SELECT value FROM json_each(?2))

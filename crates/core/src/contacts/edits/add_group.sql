INSERT INTO group_contacts (contact_id, group_id, pin)
SELECT ?1, g.id, iif(g.filter IS NULL, 'member', 'include') FROM groups g WHERE g.id = ?2
ON CONFLICT (contact_id, group_id) DO UPDATE SET pin = excluded.pin WHERE pin = 'exclude'

(SELECT min(g.folded)
 FROM group_contacts gc JOIN groups g ON g.id = gc.group_id
 WHERE gc.contact_id = c.id AND gc.pin = 'member')

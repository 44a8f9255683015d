UPDATE group_contacts SET pin = 'exclude'
WHERE contact_id = ?1 AND pin <> 'exclude' AND EXISTS (
  SELECT 1
  FROM group_contacts o
  WHERE o.contact_id = ?2 AND o.group_id = group_contacts.group_id AND o.pin = 'exclude'
)

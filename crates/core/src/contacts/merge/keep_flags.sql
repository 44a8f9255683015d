UPDATE contacts SET
  do_not_contact = (SELECT max(o.do_not_contact) FROM contacts o WHERE o.id IN (SELECT value FROM json_each(?2))),
  deceased = (SELECT max(o.deceased) FROM contacts o WHERE o.id IN (SELECT value FROM json_each(?2)))
WHERE id = ?1

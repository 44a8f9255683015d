-- Group by group, for which the index alone is read: one scan of it would look up the group of each membership.
SELECT g.id, (
  SELECT group_concat(gc.contact_id) FROM group_contacts gc WHERE gc.group_id = g.id AND gc.pin = 'member'
)
FROM groups g
WHERE g.filter IS NULL AND (?1 IS NULL OR g.id = ?1)

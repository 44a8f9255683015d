SELECT EXISTS (SELECT 1 FROM contacts WHERE uid = ?1)
  OR EXISTS (
    SELECT 1
    FROM journal
    WHERE contact_id = ?2 AND (instr("before", ?1) OR instr("after", ?1))
  )

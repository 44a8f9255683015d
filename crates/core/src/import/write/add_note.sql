UPDATE contacts
SET notes = iif(notes IS NULL, ?2, notes || char(10) || ?2)
WHERE id = ?1 AND instr(coalesce(notes, ''), ?2) = 0

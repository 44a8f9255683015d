SELECT count(*)
FROM consents n
JOIN contacts c ON c.id = n.contact_id
WHERE c.deleted_at IS NULL
  AND (?1 IS NULL OR n.purpose = ?1)
  AND (?2 IS NULL OR n.state = ?2)
  AND (?3 = '' OR EXISTS (SELECT 1 FROM contact_search s WHERE s.contact_id = c.id AND instr(s.text, ?3) > 0))

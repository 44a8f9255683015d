-- Of two answers for a purpose the later counts; where the days don't tell, the one that allows less.
DELETE FROM consents
WHERE contact_id = ?1 AND EXISTS (
  SELECT 1
  FROM consents o
  WHERE o.contact_id = ?2 AND o.purpose = consents.purpose AND CASE
    WHEN o.date <> consents.date THEN o.date > consents.date
    ELSE consents.state = 'given' AND o.state <> 'given'
  END
)

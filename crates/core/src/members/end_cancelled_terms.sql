UPDATE terms SET end_date = date(c.on_date, '-1 day')
FROM (
  SELECT t.id, min(a.on_date) AS on_date
  FROM terms t
  JOIN membership_acts a ON a.membership_id = t.membership_id AND a.kind = 'cancel' AND a.batch_id >= t.batch_id
  WHERE t.membership_id = ?1
  GROUP BY t.id
) c
WHERE terms.id = c.id AND c.on_date > terms.start_date AND (terms.end_date IS NULL OR terms.end_date >= c.on_date)

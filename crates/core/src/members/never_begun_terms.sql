-- Cancelled before their first day.
SELECT t.id
FROM terms t
JOIN membership_acts a ON a.membership_id = t.membership_id AND a.kind = 'cancel' AND a.batch_id >= t.batch_id
WHERE t.membership_id = ?1
GROUP BY t.id
HAVING min(a.on_date) <= t.start_date

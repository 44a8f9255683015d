SELECT s.batch_id, b.at, json_extract(b.report, '$.file'), s.first_contact, s.contacts_made, s.known
FROM import_seen s
JOIN batches b ON b.id = s.batch_id
WHERE s.signature = (SELECT signature FROM import_seen WHERE batch_id = ?1) AND s.batch_id < ?1 AND b.undone_by IS NULL
ORDER BY s.batch_id DESC
LIMIT 1

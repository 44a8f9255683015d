SELECT n.purpose,
  count(*) FILTER (WHERE n.state = 'given') AS given,
  count(*) FILTER (WHERE n.state = 'refused') AS refused,
  count(*) FILTER (WHERE n.state = 'withdrawn') AS withdrawn
FROM consents n
JOIN contacts c ON c.id = n.contact_id
WHERE c.deleted_at IS NULL
GROUP BY n.purpose
ORDER BY n.purpose

SELECT p.contact_id AS id, iif(min(s.id IS NOT NULL), 'opted out', iif(max(s.id IS NOT NULL), 'partly', 'active')) AS value
FROM points p
LEFT JOIN subscriptions s ON s.kind = p.kind AND s.normalized = p.normalized AND s.status = 'opted_out'
WHERE p.kind = '{kind}'
GROUP BY p.contact_id

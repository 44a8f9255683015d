SELECT p.contact_id, p.kind, p.normalized
FROM points p
WHERE p.kind IN ('phone', 'email') AND p.normalized IS NOT NULL
  AND p.contact_id IN (SELECT json_extract(certificate, '$.contact') FROM erasures WHERE json_valid(certificate))

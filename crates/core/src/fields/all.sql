SELECT id, code, label, subject, type, options, currency, required, default_value,
  retired_at IS NOT NULL AS retired
FROM custom_fields
ORDER BY CASE subject WHEN 'contact' THEN 1 WHEN 'organization' THEN 2 ELSE 3 END, position, id

-- Members are excepted from the rule (R8).
SELECT count(*)
FROM json_each(?1) i JOIN contacts c ON c.id = i.value
WHERE c.deleted_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM members m WHERE m.contact_id = c.id AND m.reverted_at IS NULL)
  AND NOT EXISTS (
    SELECT 1
    FROM affiliations a JOIN organizations o ON o.id = a.organization_id
    WHERE a.contact_id = c.id AND o.deleted_at IS NULL
  )

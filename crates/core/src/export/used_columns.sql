WITH chosen AS MATERIALIZED (SELECT c.* FROM json_each(?1) i JOIN contacts c ON c.id = i.value),
  places AS MATERIALIZED (
    SELECT a.*, CASE a.label WHEN 'physical' THEN '' ELSE a.label || '_' END AS prefix
    FROM chosen JOIN contact_addresses a ON a.contact_id = chosen.id
  ),
  enrolled AS MATERIALIZED (
    SELECT m.contact_id FROM chosen JOIN members m ON m.contact_id = chosen.id WHERE m.reverted_at IS NULL
  ),
  ties AS MATERIALIZED (SELECT a.* FROM chosen JOIN affiliations a ON a.contact_id = chosen.id)
SELECT 'prefix', count(prefix) FROM chosen
UNION ALL SELECT 'first_name', count(first_name) FROM chosen
UNION ALL SELECT 'middle_name', count(middle_name) FROM chosen
UNION ALL SELECT 'last_name', count(last_name) FROM chosen
UNION ALL SELECT 'suffix', count(suffix) FROM chosen
UNION ALL SELECT 'nickname', count(nickname) FROM chosen
UNION ALL SELECT 'full_name', count(full_name) FROM chosen
UNION ALL SELECT 'birthday', count(birthday) FROM chosen
UNION ALL SELECT 'time_zone', count(time_zone) FROM chosen
UNION ALL SELECT 'language', count(language) FROM chosen
UNION ALL SELECT 'lifecycle', count(lifecycle) FROM chosen
UNION ALL SELECT 'preferred_channel', count(preferred_channel) FROM chosen
UNION ALL SELECT 'contact_frequency', count(contact_frequency) FROM chosen
UNION ALL SELECT 'content_topics', count(content_topics) FROM chosen
UNION ALL SELECT 'notes', count(notes) FROM chosen
UNION ALL SELECT 'source', count(source) FROM chosen
UNION ALL SELECT 'do_not_contact', sum(do_not_contact) FROM chosen
UNION ALL SELECT 'deceased', sum(deceased) FROM chosen
UNION ALL SELECT 'job_title', count(job_title) + (SELECT count(title) FROM ties) FROM chosen
UNION ALL SELECT 'department', count(department) + (SELECT count(department) FROM ties) FROM chosen
UNION ALL SELECT 'organization', count(*) FROM ties
-- Where nothing else is said, an organization is an account.
UNION ALL SELECT 'organization_kind', count(*)
  FROM ties JOIN organizations o ON o.id = ties.organization_id
  WHERE o.kind <> 'account'
UNION ALL SELECT 'organization_role', count(role) FROM ties
UNION ALL SELECT 'organization_from', count(from_date) FROM ties
UNION ALL SELECT 'organization_to', count(to_date) FROM ties
UNION ALL SELECT 'consents', count(*) FROM chosen JOIN consents k ON k.contact_id = chosen.id
UNION ALL SELECT 'groups', count(*) FROM chosen JOIN group_contacts g ON g.contact_id = chosen.id
UNION ALL SELECT 'tags', count(*) FROM chosen JOIN contact_tags t ON t.contact_id = chosen.id
UNION ALL SELECT 'further_addresses', count(*)
  FROM (SELECT 1 FROM places GROUP BY contact_id, label HAVING count(*) > 1)
UNION ALL SELECT prefix || 'street', count(street) FROM places GROUP BY prefix
UNION ALL SELECT prefix || 'street2', count(street2) FROM places GROUP BY prefix
UNION ALL SELECT prefix || 'city', count(city) FROM places GROUP BY prefix
UNION ALL SELECT prefix || 'region', count(region) FROM places GROUP BY prefix
UNION ALL SELECT prefix || 'postcode', count(postcode) FROM places GROUP BY prefix
UNION ALL SELECT prefix || 'country', count(country) FROM places GROUP BY prefix
UNION ALL SELECT prefix || 'full_address', count(full_address) FROM places GROUP BY prefix
UNION ALL SELECT k.value, (SELECT count(*) FROM enrolled)
  FROM json_each('["member_number", "member_joined"]') k
UNION ALL SELECT k.value, (SELECT count(*) FROM enrolled JOIN memberships s ON s.contact_id = enrolled.contact_id)
  FROM json_each('["membership_type", "membership_tier", "membership_start", "membership_end"]') k
UNION ALL SELECT 'payer', count(s.payer_id)
  FROM enrolled JOIN memberships s ON s.contact_id = enrolled.contact_id
-- What the columns of one term can't say.
UNION ALL SELECT 'membership_history', count(*)
  FROM (
    SELECT 1
    FROM enrolled JOIN memberships s ON s.contact_id = enrolled.contact_id LEFT JOIN terms t ON t.membership_id = s.id
    GROUP BY s.id
    HAVING count(t.id) > 1 OR count(t.issues) > 0 OR count(t.reason) > 0
      OR EXISTS (SELECT 1 FROM membership_acts a WHERE a.membership_id = s.id)
  )
UNION ALL SELECT 'status_' || p.kind, count(*)
  FROM chosen
  JOIN points p ON p.contact_id = chosen.id
  JOIN subscriptions s ON s.kind = p.kind AND s.normalized = p.normalized AND s.status = 'opted_out'
  GROUP BY p.kind
UNION ALL SELECT f.code, count(*)
  FROM chosen
  JOIN custom_values v ON v.contact_id = chosen.id
  JOIN custom_fields f ON f.id = v.field_id
  GROUP BY f.code

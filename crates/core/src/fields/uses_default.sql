WITH people AS MATERIALIZED (
  SELECT count(*) AS uid, count(prefix) AS prefix, count(first_name) AS first_name, count(middle_name) AS middle_name,
    count(last_name) AS last_name, count(suffix) AS suffix, count(nickname) AS nickname, count(full_name) AS full_name,
    count(birthday) AS birthday, count(time_zone) AS time_zone, count(language) AS language,
    count(lifecycle) AS lifecycle, count(notes) AS notes, count(preferred_channel) AS preferred_channel,
    count(contact_frequency) AS contact_frequency, count(content_topics) AS content_topics, count(source) AS source,
    coalesce(sum(do_not_contact), 0) AS do_not_contact, coalesce(sum(deceased), 0) AS deceased,
    count(job_title) AS job_title, count(department) AS department
  FROM contacts
), places AS MATERIALIZED (
  SELECT CASE label WHEN 'physical' THEN '' ELSE label || '_' END AS prefix, count(street) AS street,
    count(street2) AS street2, count(city) AS city, count(region) AS region, count(postcode) AS postcode,
    count(country) AS country, count(full_address) AS full_address
  FROM contact_addresses
  GROUP BY label
), ties AS MATERIALIZED (
  SELECT count(DISTINCT contact_id) AS organization, count(title) AS title, count(department) AS department,
    count(role) AS role, count(from_date) AS from_date, count(to_date) AS to_date
  FROM affiliations
)
SELECT 'uid', uid FROM people
UNION ALL SELECT 'created', uid FROM people
UNION ALL SELECT 'prefix', prefix FROM people
UNION ALL SELECT 'first_name', first_name FROM people
UNION ALL SELECT 'middle_name', middle_name FROM people
UNION ALL SELECT 'last_name', last_name FROM people
UNION ALL SELECT 'suffix', suffix FROM people
UNION ALL SELECT 'nickname', nickname FROM people
UNION ALL SELECT 'full_name', full_name FROM people
UNION ALL SELECT 'birthday', birthday FROM people
UNION ALL SELECT 'time_zone', time_zone FROM people
UNION ALL SELECT 'language', language FROM people
UNION ALL SELECT 'lifecycle', lifecycle FROM people
UNION ALL SELECT 'preferred_channel', preferred_channel FROM people
UNION ALL SELECT 'contact_frequency', contact_frequency FROM people
UNION ALL SELECT 'content_topics', content_topics FROM people
UNION ALL SELECT 'notes', notes FROM people
UNION ALL SELECT 'source', source FROM people
UNION ALL SELECT 'do_not_contact', do_not_contact FROM people
UNION ALL SELECT 'deceased', deceased FROM people
UNION ALL SELECT 'job_title', people.job_title + ties.title FROM people, ties
UNION ALL SELECT 'department', people.department + ties.department FROM people, ties
UNION ALL SELECT 'organization', organization FROM ties
UNION ALL SELECT 'organization_kind', organization FROM ties
UNION ALL SELECT 'organization_role', role FROM ties
UNION ALL SELECT 'organization_from', from_date FROM ties
UNION ALL SELECT 'organization_to', to_date FROM ties
UNION ALL SELECT 'consents', count(DISTINCT contact_id) FROM consents
UNION ALL SELECT 'groups', count(DISTINCT contact_id) FROM group_contacts
UNION ALL SELECT 'tags', count(DISTINCT contact_id) FROM contact_tags
UNION ALL SELECT prefix || 'street', street FROM places
UNION ALL SELECT prefix || 'street2', street2 FROM places
UNION ALL SELECT prefix || 'city', city FROM places
UNION ALL SELECT prefix || 'region', region FROM places
UNION ALL SELECT prefix || 'postcode', postcode FROM places
UNION ALL SELECT prefix || 'country', country FROM places
UNION ALL SELECT prefix || 'full_address', full_address FROM places
UNION ALL SELECT 'status_' || kind, count(*) FROM subscriptions WHERE status = 'opted_out' GROUP BY kind

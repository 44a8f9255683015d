UPDATE contacts SET sort_key = derived.sort_key
FROM (SELECT value ->> 0 AS id, unhex(value ->> 1) AS sort_key FROM json_each(?1)) derived
WHERE contacts.id = derived.id AND contacts.sort_key IS NOT derived.sort_key

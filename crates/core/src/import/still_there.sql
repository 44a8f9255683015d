-- Of ids as JSON, those that are contacts now, in the order of their names.
SELECT c.id FROM json_each(?1) j JOIN contacts c ON c.id = j.value AND c.deleted_at IS NULL ORDER BY c.sort_key, c.id

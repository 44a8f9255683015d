SELECT id, kind, normalized, match_key FROM points WHERE id > ? ORDER BY id LIMIT 5000

INSERT INTO membership_tiers (type_id, name, folded, position)
VALUES (?1, ?2, ?3, (SELECT count(*) FROM membership_tiers WHERE type_id = ?1))
ON CONFLICT (type_id, folded) DO UPDATE SET name = excluded.name, retired_at = NULL
RETURNING id

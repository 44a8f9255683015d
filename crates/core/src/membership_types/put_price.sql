INSERT INTO tier_prices (tier_id, valid_from, minor)
VALUES (?1, ?2, ?3)
ON CONFLICT (tier_id, valid_from) DO UPDATE SET minor = excluded.minor

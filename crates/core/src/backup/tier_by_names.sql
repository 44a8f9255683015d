SELECT t.id
FROM membership_tiers t JOIN membership_types y ON y.id = t.type_id
WHERE y.folded = ? AND t.folded = ?

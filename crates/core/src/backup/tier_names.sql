SELECT y.folded, t.folded
FROM membership_tiers t JOIN membership_types y ON y.id = t.type_id
WHERE t.id = ?

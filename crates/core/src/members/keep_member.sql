UPDATE members SET contact_id = ?2, joined = ?3, reverted_at = iif(?4, NULL, reverted_at)
WHERE contact_id = ?1

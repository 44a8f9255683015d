INSERT INTO members (contact_id, number, joined)
VALUES (?1, ?2, coalesce(?3, ?4))
ON CONFLICT (contact_id) DO UPDATE SET number = excluded.number, joined = coalesce(?3, joined), reverted_at = NULL

-- Each value as kind, normalized value and, where they are known, its own time and reason.
INSERT INTO subscriptions (kind, normalized, status, since, initiative, reason, note)
SELECT DISTINCT value ->> 0, value ->> 1, 'opted_out', coalesce(value ->> 2, ?2), ?3, coalesce(value ->> 3, ?4), ?5
FROM json_each(?1)
WHERE true
ON CONFLICT (kind, normalized) DO UPDATE
  SET status = 'opted_out', since = excluded.since, initiative = excluded.initiative, reason = excluded.reason,
    note = excluded.note
  WHERE subscriptions.status <> 'opted_out'
RETURNING id

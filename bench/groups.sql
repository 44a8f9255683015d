-- 200 static groups of 10,000 contacts each, for the benchmark: in no batch, and so with nothing to undo.
BEGIN;
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
INSERT INTO groups (name, folded, created_at, created_batch)
SELECT 'Crowd ' || i, 'crowd ' || i, '2026-01-01T00:00:00Z', 1 FROM n;
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000)
INSERT OR IGNORE INTO group_contacts (contact_id, group_id)
SELECT
  1 + (i * 7 + i / 200) % (SELECT max(id) FROM contacts),
  (SELECT min(id) FROM groups WHERE name LIKE 'Crowd %') + i % 200
FROM n
ORDER BY 1;
COMMIT;

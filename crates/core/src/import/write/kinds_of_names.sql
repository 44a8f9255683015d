-- Names that organizations of several kinds have, the oldest of each kind last.
SELECT kind, folded, id
FROM organizations
WHERE deleted_at IS NULL AND folded IN (
  SELECT folded FROM organizations WHERE deleted_at IS NULL GROUP BY folded HAVING count(DISTINCT kind) > 1
)
ORDER BY id DESC

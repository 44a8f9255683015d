SELECT 'The batch ' || b.id || ' is undone by a batch that doesn''t say so.'
FROM batches b LEFT JOIN batches u ON u.id = b.undone_by
WHERE b.undone_by IS NOT NULL AND u.reverses IS NOT b.id
LIMIT 20

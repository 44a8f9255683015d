SELECT hash, size FROM files
UNION
SELECT before ->> 'hash', before ->> 'size' FROM journal WHERE "table" = 'files' AND before ->> 'hash' IS NOT NULL
UNION
SELECT after ->> 'hash', after ->> 'size' FROM journal WHERE "table" = 'files' AND after ->> 'hash' IS NOT NULL

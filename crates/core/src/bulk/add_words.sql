UPDATE contact_search
SET text = text || ?1
WHERE contact_id IN (SELECT value FROM json_each(?2))

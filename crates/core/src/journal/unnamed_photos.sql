DELETE FROM photos
WHERE NOT EXISTS (SELECT 1 FROM contacts c WHERE c.photo = photos.hash)
  AND NOT EXISTS (
    SELECT 1 FROM journal j
    WHERE j."table" = 'contacts' AND (j.before ->> 'photo' = photos.hash OR j.after ->> 'photo' = photos.hash)
  )

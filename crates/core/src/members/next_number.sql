SELECT coalesce(
  (SELECT number FROM members WHERE contact_id = ?1),
  CAST((
    SELECT coalesce(max(CAST(number AS INTEGER)), 0) + 1
    FROM (SELECT number FROM members UNION ALL SELECT number FROM merges)
    WHERE number NOT GLOB '*[^0-9]*' AND length(number) < 16
  ) AS TEXT)
)

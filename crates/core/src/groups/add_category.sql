INSERT INTO group_categories (name, position)
SELECT ?1, coalesce(max(position) + iif(max(position) > 0, 1, 0), 0) FROM group_categories

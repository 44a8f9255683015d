SELECT group_concat(id), group_concat(replace(line, char(10), ' '), char(10))
FROM (
  SELECT o.id,
    concat_ws(char(31), o.name, o.number, o.industry, o.owner,
      (
        SELECT group_concat(coalesce(p.normalized, p.value), char(31))
        FROM organization_points p
        WHERE p.organization_id = o.id
      ),
      (
        SELECT group_concat(concat_ws(char(31), a.street, a.city, a.full_address), char(31))
        FROM organization_addresses a
        WHERE a.organization_id = o.id
      )
    ) AS line
  FROM organizations o
)

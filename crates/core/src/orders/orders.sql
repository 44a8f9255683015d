SELECT o.id, o.contact_id, c.name, o.on_date, o.currency, o.note, o.cancelled_on
FROM orders o JOIN contacts c ON c.id = o.contact_id
WHERE o.contact_id BETWEEN ?1 AND ?2
ORDER BY o.on_date, o.id

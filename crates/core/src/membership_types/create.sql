INSERT INTO membership_types (name, folded, term, grace_days, currency, pro_rata, roll_over)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)

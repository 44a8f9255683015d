INSERT INTO promo_codes (code, folded, text, percent, minor, currency, valid_from, valid_until, uses)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)

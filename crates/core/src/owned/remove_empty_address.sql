DELETE FROM {addresses}
WHERE id = ?1 AND coalesce(street, street2, city, region, postcode, country, full_address) IS NULL{not_following}

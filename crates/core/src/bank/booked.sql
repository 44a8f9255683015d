SELECT bank_key FROM payments WHERE bank_key IS NOT NULL

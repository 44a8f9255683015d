-- Which line of a bank statement a payment was made of, so that none is booked twice. Not unique: undoing an undo must not fail
-- where the line was booked anew in between.
ALTER TABLE payments ADD COLUMN bank_key TEXT;
CREATE INDEX payments_bank_key ON payments (bank_key) WHERE bank_key IS NOT NULL;

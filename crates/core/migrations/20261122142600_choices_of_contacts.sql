-- The checks of two columns of contacts, with OR instead of IN: for an IN of three or more in a check, SQLite builds a
-- table of them for each row that is written, which took an import a twentieth of its time. The wording alone changes,
-- so it is put in place of the old one, as SQLite's documentation of ALTER TABLE has it; a column made anew would have
-- every contact written again.

PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(
  replace(
    sql,
    'preferred_channel IN (''email'', ''phone'', ''sms'', ''messaging'', ''post'')',
    'preferred_channel = ''email'' OR preferred_channel = ''phone'' OR preferred_channel = ''sms''
    OR preferred_channel = ''messaging'' OR preferred_channel = ''post'''
  ),
  'contact_frequency IN (''daily'', ''weekly'', ''monthly'')',
  'contact_frequency = ''daily'' OR contact_frequency = ''weekly'' OR contact_frequency = ''monthly'''
)
WHERE type = 'table' AND name = 'contacts';
PRAGMA writable_schema = RESET;

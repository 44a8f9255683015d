-- Organizations whole: what is known of them, their points and their addresses. Custom values are in organization_values.

ALTER TABLE organizations ADD COLUMN number TEXT;
ALTER TABLE organizations ADD COLUMN industry TEXT;
ALTER TABLE organizations ADD COLUMN size TEXT;
ALTER TABLE organizations ADD COLUMN owner TEXT;
CREATE INDEX organizations_sorted ON organizations (sort_key, id) WHERE deleted_at IS NULL;

CREATE TABLE organization_points (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  organization_id INTEGER NOT NULL REFERENCES organizations ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('phone', 'email', 'fax', 'website', 'messaging', 'social')),
  label TEXT,
  value TEXT NOT NULL CHECK (value <> ''),
  normalized TEXT,
  is_primary INTEGER CHECK (is_primary = 1)
) STRICT;
CREATE UNIQUE INDEX organization_points_organization ON organization_points (organization_id, kind, is_primary);

CREATE TABLE organization_addresses (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  organization_id INTEGER NOT NULL REFERENCES organizations ON DELETE CASCADE,
  label TEXT NOT NULL CHECK (label IN ('physical', 'mailing', 'billing', 'work', 'home', 'other')),
  street TEXT,
  street2 TEXT,
  city TEXT,
  region TEXT,
  postcode TEXT,
  country TEXT,
  full_address TEXT,
  is_primary INTEGER CHECK (is_primary = 1)
) STRICT;
CREATE UNIQUE INDEX organization_addresses_organization ON organization_addresses (organization_id, is_primary);

-- Whether a row that belongs to no contact was changed since, for undo.
CREATE INDEX journal_other ON journal ("table", row_id) WHERE contact_id IS NULL;

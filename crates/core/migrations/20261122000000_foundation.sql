-- The foundation: contacts and what hangs on them, groups, custom fields, subscriptions, batches and the journal.
-- Times are RFC 3339 in UTC, dates YYYY-MM-DD (birthdays also --MM-DD), yes and no 1 and 0.
-- Columns of type BLOB and the table contact_search are derived from others: the journal leaves them out and
-- whoever changes their sources derives them again (contacts/derive.rs). Journaled tables are AUTOINCREMENT, so that an
-- id in the journal never comes to mean another row.
-- Tables that an import fills list what they allow with OR: for an IN of three or more, SQLite builds a table of them
-- each time the statement runs.

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One batch is one change that is undone as a whole. Its highest id names the state of the workspace.
CREATE TABLE batches (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  by TEXT,
  operation TEXT NOT NULL,
  contacts INTEGER NOT NULL DEFAULT 0,
  undone_by INTEGER REFERENCES batches,
  reverses INTEGER REFERENCES batches,
  -- For an import, what it answered (JSON).
  report TEXT
) STRICT;
CREATE INDEX batches_import ON batches (id) WHERE report IS NOT NULL;

-- What was before and after. A row entry (row_id = last_id) holds the old and the new row as JSON; a range entry
-- of operation 'insert' says that a bulk change inserted all rows row_id..last_id; one of operation 'delete' holds
-- the deleted rows in payload (deflated JSON).
CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES batches,
  "table" TEXT NOT NULL,
  operation TEXT NOT NULL CHECK (operation IN ('insert', 'update', 'delete')),
  row_id INTEGER NOT NULL,
  last_id INTEGER NOT NULL,
  contact_id INTEGER,
  before TEXT,
  after TEXT,
  payload BLOB
) STRICT;
CREATE INDEX journal_batch ON journal (batch_id);
CREATE INDEX journal_contact ON journal (contact_id) WHERE contact_id IS NOT NULL;

CREATE TABLE contacts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  prefix TEXT,
  first_name TEXT,
  middle_name TEXT,
  last_name TEXT,
  suffix TEXT,
  nickname TEXT,
  full_name TEXT,
  job_title TEXT,
  department TEXT,
  lifecycle TEXT,
  birthday TEXT,
  time_zone TEXT,
  language TEXT,
  notes TEXT,
  source TEXT,
  do_not_contact INTEGER NOT NULL DEFAULT 0 CHECK (do_not_contact IN (0, 1)),
  deceased INTEGER NOT NULL DEFAULT 0 CHECK (deceased IN (0, 1)),
  archived_at TEXT,
  deleted_at TEXT,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  created_batch INTEGER NOT NULL REFERENCES batches,
  sort_key BLOB NOT NULL DEFAULT x''
) STRICT;
CREATE INDEX contacts_sorted ON contacts (sort_key, id) WHERE deleted_at IS NULL AND archived_at IS NULL;
CREATE INDEX contacts_batch ON contacts (created_batch);

-- The folded text that the search scans: each word after a blank (values/fold.rs).
CREATE TABLE contact_search (
  contact_id INTEGER PRIMARY KEY REFERENCES contacts ON DELETE CASCADE,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE points (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (
    kind = 'phone' OR kind = 'email' OR kind = 'fax' OR kind = 'website' OR kind = 'messaging' OR kind = 'social'
  ),
  label TEXT,
  value TEXT NOT NULL CHECK (value <> ''),
  normalized TEXT,
  -- The first eight bytes of a hash of kind and normalized value, for matching; see points/key.rs.
  match_key INTEGER,
  -- 1 or NULL, so that one index both finds the rows of a contact and holds the primary one unique.
  is_primary INTEGER CHECK (is_primary = 1),
  source TEXT
) STRICT;
CREATE UNIQUE INDEX points_contact ON points (contact_id, kind, is_primary);
CREATE INDEX points_match ON points (match_key) WHERE match_key IS NOT NULL;

CREATE TABLE addresses (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
  label TEXT NOT NULL CHECK (
    label = 'physical' OR label = 'mailing' OR label = 'billing' OR label = 'work' OR label = 'home' OR label = 'other'
  ),
  street TEXT,
  street2 TEXT,
  city TEXT,
  region TEXT,
  postcode TEXT,
  country TEXT,
  full_address TEXT,
  is_primary INTEGER CHECK (is_primary = 1)
) STRICT;
CREATE UNIQUE INDEX addresses_contact ON addresses (contact_id, is_primary);

CREATE TABLE organizations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind = 'account' OR kind = 'agency' OR kind = 'lead'),
  name TEXT NOT NULL CHECK (name <> ''),
  -- The folded name, for finding the organization that a file names.
  folded TEXT NOT NULL,
  parent_id INTEGER REFERENCES organizations,
  notes TEXT,
  deleted_at TEXT,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  created_batch INTEGER NOT NULL REFERENCES batches,
  sort_key BLOB NOT NULL DEFAULT x''
) STRICT;
CREATE INDEX organizations_folded ON organizations (folded);
CREATE INDEX organizations_parent ON organizations (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE affiliations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
  organization_id INTEGER NOT NULL REFERENCES organizations,
  role TEXT,
  title TEXT,
  department TEXT,
  from_date TEXT,
  to_date TEXT,
  is_primary INTEGER CHECK (is_primary = 1)
) STRICT;
CREATE UNIQUE INDEX affiliations_contact ON affiliations (contact_id, is_primary);
CREATE INDEX affiliations_organization ON affiliations (organization_id);

CREATE TABLE tag_sets (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  exclusive INTEGER NOT NULL DEFAULT 0 CHECK (exclusive IN (0, 1))
) STRICT;

CREATE TABLE tags (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  folded TEXT NOT NULL UNIQUE,
  colour TEXT,
  tag_set_id INTEGER REFERENCES tag_sets
) STRICT;

CREATE TABLE contact_tags (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
  tag_id INTEGER NOT NULL REFERENCES tags,
  UNIQUE (contact_id, tag_id)
) STRICT;
CREATE INDEX contact_tags_tag ON contact_tags (tag_id);

CREATE TABLE group_categories (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

CREATE TABLE groups (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  folded TEXT NOT NULL UNIQUE,
  category_id INTEGER REFERENCES group_categories,
  type TEXT NOT NULL DEFAULT 'general' CHECK (type IN ('general', 'campaign', 'event', 'segment')),
  kind TEXT NOT NULL DEFAULT 'static' CHECK (kind IN ('static', 'dynamic')),
  -- The text of a dynamic group's filter.
  filter TEXT CHECK ((filter IS NOT NULL) = (kind = 'dynamic')),
  description TEXT,
  created_at TEXT NOT NULL,
  created_batch INTEGER NOT NULL REFERENCES batches
) STRICT;

-- Members of static groups ('member') and the pins of dynamic ones ('include', 'exclude').
CREATE TABLE group_contacts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
  group_id INTEGER NOT NULL REFERENCES groups,
  pin TEXT NOT NULL DEFAULT 'member' CHECK (pin = 'member' OR pin = 'include' OR pin = 'exclude'),
  UNIQUE (contact_id, group_id)
) STRICT;
CREATE INDEX group_contacts_group ON group_contacts (group_id, contact_id);

CREATE TABLE custom_fields (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  label TEXT NOT NULL CHECK (label <> ''),
  type TEXT NOT NULL CHECK (type IN ('text', 'long_text', 'number', 'money', 'date', 'yes_no', 'one_of', 'many_of', 'url')),
  options TEXT,
  required INTEGER NOT NULL DEFAULT 0 CHECK (required IN (0, 1)),
  default_value TEXT,
  position INTEGER NOT NULL,
  retired_at TEXT
) STRICT;

CREATE TABLE custom_values (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
  field_id INTEGER NOT NULL REFERENCES custom_fields,
  value TEXT NOT NULL CHECK (value <> ''),
  UNIQUE (contact_id, field_id)
) STRICT;
CREATE INDEX custom_values_field ON custom_values (field_id);

-- O1: the state belongs to the normalized value, so that it outlives contacts and imports. No row means active.
CREATE TABLE subscriptions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('phone', 'email')),
  normalized TEXT NOT NULL CHECK (normalized <> ''),
  status TEXT NOT NULL CHECK (status IN ('active', 'opted_out')),
  since TEXT NOT NULL,
  initiative TEXT CHECK (initiative IN ('ours', 'theirs', 'bounce')),
  reason TEXT,
  UNIQUE (kind, normalized)
) STRICT;
CREATE INDEX subscriptions_opted_out ON subscriptions (kind, normalized) WHERE status = 'opted_out';

CREATE TABLE subscription_changes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  subscription_id INTEGER NOT NULL REFERENCES subscriptions,
  at TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('active', 'opted_out')),
  initiative TEXT,
  reason TEXT,
  ground TEXT
) STRICT;
CREATE INDEX subscription_changes_subscription ON subscription_changes (subscription_id);

-- The mapping last used for a header (I15), by the header's signature.
CREATE TABLE import_mappings (
  signature TEXT PRIMARY KEY,
  mapping TEXT NOT NULL,
  used_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Rows that an import refused, with the original cells (JSON), so that they can be saved at any time.
CREATE TABLE import_rejects (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES batches,
  row INTEGER NOT NULL,
  cells TEXT NOT NULL,
  problems TEXT NOT NULL
) STRICT;
CREATE INDEX import_rejects_batch ON import_rejects (batch_id);

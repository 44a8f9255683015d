-- Custom fields of contacts, organizations and members, and values that don't fit their field.

ALTER TABLE custom_fields ADD COLUMN subject TEXT NOT NULL DEFAULT 'contact'
  CHECK (subject IN ('contact', 'organization', 'member'));
-- ISO 4217: the currency of a money field's amounts that are typed without one.
ALTER TABLE custom_fields ADD COLUMN currency TEXT;

-- x'01' where the value doesn't fit its field's type or options, as after a change of type, which wipes nothing; else
-- NULL. Derived (fields/fit.rs). Values of members are values of their contact.
ALTER TABLE custom_values ADD COLUMN misfit BLOB;
CREATE INDEX custom_values_misfit ON custom_values (field_id) WHERE misfit IS NOT NULL;

CREATE TABLE organization_values (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  organization_id INTEGER NOT NULL REFERENCES organizations ON DELETE CASCADE,
  field_id INTEGER NOT NULL REFERENCES custom_fields,
  value TEXT NOT NULL CHECK (value <> ''),
  misfit BLOB,
  UNIQUE (organization_id, field_id)
) STRICT;
CREATE INDEX organization_values_field ON organization_values (field_id);
CREATE INDEX organization_values_misfit ON organization_values (field_id) WHERE misfit IS NOT NULL;

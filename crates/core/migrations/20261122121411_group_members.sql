-- The members of a group from the index alone: for counting two million of them, looking each up costs ten times more.
DROP INDEX group_contacts_group;
CREATE INDEX group_contacts_group ON group_contacts (group_id, pin, contact_id);

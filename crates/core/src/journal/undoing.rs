//! What an undo works with and what comes of it.

use std::collections::{BTreeMap, HashSet};

use serde_json::{Map, Value};

use super::table::Table;

/// What an undo works with and what comes of it.
pub(super) struct Undoing {
    pub batch: i64,
    /// The batch that takes it back.
    pub this: i64,
    pub tables: Vec<Table>,
    /// Whether opt-outs are taken back too: when opting out was what the batch was for.
    pub opt_outs: bool,
    /// Whether the batch created contacts.
    pub creates: bool,
    /// Whether a change was made after the batch that still stands.
    pub is_followed: bool,
    /// Contacts that are as they were, still there or back again.
    pub restored: HashSet<i64>,
    /// Those of them whose derived texts were made of something that changed now.
    pub stale: HashSet<i64>,
    /// Contacts that the batch had created and that are gone again.
    pub removed: u64,
    pub kept: BTreeMap<i64, String>,
}

/// The columns of a contact that its sort key and its search text are made of; see `contacts/derive.rs`.
const DERIVED_FROM: [&str; 7] = [
    "name",
    "first_name",
    "middle_name",
    "last_name",
    "nickname",
    "full_name",
    "notes",
];

impl Undoing {
    /// Notes that a row of a contact is as it was: some of its columns, or all of it.
    pub fn restore(&mut self, contact: i64, table: &str, columns: Option<&Map<String, Value>>) {
        self.restored.insert(contact);
        let is_derived_from = match (table, columns) {
            ("contacts", Some(columns)) => DERIVED_FROM.iter().any(|c| columns.contains_key(*c)),
            ("contacts" | "points" | "affiliations" | "contact_tags", _) => true,
            _ => false,
        };
        if is_derived_from {
            self.stale.insert(contact);
        }
    }

    pub fn keep(&mut self, contact: Option<i64>, reason: &str) {
        if let Some(contact) = contact {
            self.kept
                .entry(contact)
                .or_insert_with(|| reason.to_owned());
        }
    }

    /// The tables that hold rows of contacts, `contacts` itself left out.
    pub fn children(&self) -> impl Iterator<Item = &Table> {
        self.tables.iter().filter(|t| t.belongs_to_contact())
    }

    pub fn skips(&self, table: &str) -> bool {
        !self.opt_outs && table.starts_with("subscription")
    }
}

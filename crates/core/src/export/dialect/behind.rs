//! What stays behind, by field: how many contacts have something there that the program has no place for. A contact that
//! goes into several files counts once.

use std::collections::{BTreeMap, BTreeSet};

use super::super::types::LeftBehind;

#[derive(Default)]
pub(in crate::export) struct Behind(BTreeMap<String, Vec<i64>>);

impl Behind {
    /// Counts what one contact leaves behind.
    pub fn add(&mut self, contact: i64, left: BTreeSet<String>) {
        for what in left {
            self.0.entry(what).or_default().push(contact);
        }
    }

    /// Adds what another file left behind.
    pub fn join(&mut self, other: Self) {
        for (what, contacts) in other.0 {
            self.note(&what, contacts);
        }
    }

    /// Says the same of several at once.
    pub fn note(&mut self, what: &str, contacts: Vec<i64>) {
        if !contacts.is_empty() {
            self.0.entry(what.to_owned()).or_default().extend(contacts);
        }
    }

    /// The most frequent first.
    pub fn list(self) -> Vec<LeftBehind> {
        let count = |(field, mut contacts): (String, Vec<i64>)| {
            contacts.sort_unstable();
            contacts.dedup();
            LeftBehind {
                field,
                contacts: contacts.len() as u64,
            }
        };
        let mut list: Vec<LeftBehind> = self.0.into_iter().map(count).collect();
        list.sort_by_key(|one| std::cmp::Reverse(one.contacts));
        list
    }
}

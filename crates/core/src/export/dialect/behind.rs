//! What stays behind, by field: how many contacts have something there that the program has no place for.

use std::collections::{BTreeMap, BTreeSet};

use super::super::types::LeftBehind;

#[derive(Default)]
pub(in crate::export) struct Behind(BTreeMap<String, u64>);

impl Behind {
    /// Counts what one contact leaves behind.
    pub fn add(&mut self, left: BTreeSet<String>) {
        for what in left {
            *self.0.entry(what).or_default() += 1;
        }
    }

    /// Adds what another file left behind.
    pub fn join(&mut self, other: Self) {
        for (what, contacts) in other.0 {
            *self.0.entry(what).or_default() += contacts;
        }
    }

    /// Says the same of several at once.
    pub fn note(&mut self, what: &str, contacts: u64) {
        if contacts > 0 {
            self.0.insert(what.to_owned(), contacts);
        }
    }

    /// The most frequent first.
    pub fn list(self) -> Vec<LeftBehind> {
        let mut list: Vec<LeftBehind> = self
            .0
            .into_iter()
            .map(|(field, contacts)| LeftBehind { field, contacts })
            .collect();
        list.sort_by_key(|one| std::cmp::Reverse(one.contacts));
        list
    }
}

//! Lists made for one state of the workspace and kept for it: arrays of ids in order, and the folded texts that a search
//! scans. Which rows stand in a list is the business of who makes it.

mod order;
mod texts;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use chrono::NaiveDate;

use crate::error::{Error, Result};

pub(crate) use order::{Source, by};
pub(crate) use texts::Texts;

/// The ids of a query in order, for one state of the workspace and, since filters know relative dates, one day.
pub(crate) struct List {
    pub generation: i64,
    pub day: NaiveDate,
    pub ids: Vec<i64>,
}

impl List {
    /// The ids in ranges `[from, to)` of the list as it was in a state of the workspace.
    ///
    /// # Errors
    /// `ListChanged` when this is the list of another state.
    pub fn ids_in(&self, generation: i64, ranges: &[(u32, u32)]) -> Result<Vec<i64>> {
        if self.generation != generation {
            return Err(Error::ListChanged);
        }
        let clamp = |n: u32| (n as usize).min(self.ids.len());
        let stretches = ranges
            .iter()
            .flat_map(|(from, to)| &self.ids[clamp(*from).min(clamp(*to))..clamp(*to)]);
        Ok(stretches.copied().collect())
    }
}

/// The lists used last, and the texts that are searched. A few suffice: the list on screen, the order arrays behind it,
/// what was typed just before.
#[derive(Default)]
pub(crate) struct ListCache<Query> {
    lists: Mutex<VecDeque<(Query, Arc<List>)>>,
    texts: Mutex<Option<Arc<Texts>>>,
}

impl<Query: PartialEq> ListCache<Query> {
    const CAPACITY: usize = 8;

    pub fn get(&self, query: &Query, generation: i64, day: NaiveDate) -> Option<Arc<List>> {
        let mut lists = self.lists.lock().ok()?;
        lists.retain(|(_, list)| list.generation == generation && list.day == day);
        let at = lists.iter().position(|(key, _)| key == query)?;
        let entry = lists.remove(at)?;
        let list = entry.1.clone();
        lists.push_front(entry);
        Some(list)
    }

    /// The folded texts of this state of the workspace.
    pub fn texts(&self, generation: i64) -> Option<Arc<Texts>> {
        let texts = self.texts.lock().ok()?;
        texts.clone().filter(|texts| texts.generation == generation)
    }

    pub fn keep_texts(&self, texts: Arc<Texts>) {
        if let Ok(mut kept) = self.texts.lock() {
            *kept = Some(texts);
        }
    }

    pub fn put(&self, query: Query, list: Arc<List>) {
        if let Ok(mut lists) = self.lists.lock() {
            lists.push_front((query, list));
            lists.truncate(Self::CAPACITY);
        }
    }
}

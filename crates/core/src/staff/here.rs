//! Who is at the desk of this program, and the people who work here as they were read last.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::types::Person;

#[derive(Default)]
pub(crate) struct AtDesk(Mutex<State>);

#[derive(Default)]
struct State {
    here: Option<i64>,
    people: Option<Arc<Vec<Person>>>,
}

impl AtDesk {
    pub fn here(&self) -> Option<i64> {
        self.state().here
    }

    pub(super) fn set(&self, here: Option<i64>) {
        self.state().here = here;
    }

    pub(super) fn people(&self) -> Option<Arc<Vec<Person>>> {
        self.state().people.clone()
    }

    pub(super) fn hold(&self, people: Vec<Person>) -> Arc<Vec<Person>> {
        let people = Arc::new(people);
        self.state().people = Some(people.clone());
        people
    }

    /// They may have changed: the next question reads them again.
    pub fn refresh(&self) {
        self.state().people = None;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

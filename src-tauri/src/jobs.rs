//! The jobs that run: found by the id that the page gave them, to cancel one, or to know that something is under way.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use roster_core::progress::CancelHandle;

use crate::failure::{Failure, Result};

type List = HashMap<String, CancelHandle>;

#[derive(Default)]
pub struct Jobs(Arc<Mutex<List>>);

impl Jobs {
    /// Lists a job for as long as the answer lives.
    pub fn enter(&self, id: String, handle: CancelHandle) -> Result<Listed> {
        let mut list = lock(&self.0);
        if list.contains_key(&id) {
            return Err(Failure::job_taken(id));
        }
        list.insert(id.clone(), handle);
        Ok(Listed {
            id,
            list: Arc::clone(&self.0),
        })
    }

    pub fn cancel(&self, id: &str) {
        if let Some(handle) = lock(&self.0).get(id) {
            handle.cancel();
        }
    }

    pub fn cancel_all(&self) {
        lock(&self.0).values().for_each(CancelHandle::cancel);
    }

    pub fn any(&self) -> bool {
        !lock(&self.0).is_empty()
    }
}

/// A running job's place in the list.
pub struct Listed {
    id: String,
    list: Arc<Mutex<List>>,
}

impl Drop for Listed {
    fn drop(&mut self) {
        lock(&self.list).remove(&self.id);
    }
}

/// A panic elsewhere can't leave the list half changed: every change is one call.
fn lock(list: &Mutex<List>) -> MutexGuard<'_, List> {
    list.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_is_cancelled_by_its_id_and_no_other() {
        let jobs = Jobs::default();
        let (one, two) = (CancelHandle::default(), CancelHandle::default());
        let _listed = (
            jobs.enter("1".into(), one.clone()).unwrap(),
            jobs.enter("2".into(), two.clone()).unwrap(),
        );
        jobs.cancel("2");
        assert!(!one.is_cancelled());
        assert!(two.is_cancelled());
        jobs.cancel_all();
        assert!(one.is_cancelled());
    }

    #[test]
    fn a_job_is_listed_until_it_ends() {
        let jobs = Jobs::default();
        let listed = jobs.enter("1".into(), CancelHandle::default()).unwrap();
        assert!(jobs.any());
        drop(listed);
        assert!(!jobs.any());
    }

    #[test]
    fn an_id_names_one_job_at_a_time() {
        let jobs = Jobs::default();
        let first = jobs.enter("1".into(), CancelHandle::default()).unwrap();
        assert!(jobs.enter("1".into(), CancelHandle::default()).is_err());
        drop(first);
        assert!(jobs.enter("1".into(), CancelHandle::default()).is_ok());
    }
}

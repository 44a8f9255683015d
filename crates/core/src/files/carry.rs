//! Contents going with a copy of the workspace: into a backup, and back out of one.

use std::path::Path;

use super::store::{Meter, Store, total};
use super::sweep::{named, remove};
use super::types::FileState;
use crate::error::Result;
use crate::progress::{Job, Stage};

/// What came along with a copy of the workspace.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Carried {
    pub count: u64,
    pub bytes: u64,
    /// Contents that the workspace names and that are missing or changed where they should lie.
    pub missing: u64,
}

/// Brings every content that `database` names from one folder into another; what is there whole already stays.
pub(crate) fn carry(database: &Path, from: &Store, to: &Store, job: &Job) -> Result<Carried> {
    let contents = named(database)?;
    let mut meter = Meter::new(job, Stage::Copying, total(&contents));
    let mut carried = Carried::default();
    for content in &contents {
        match to.bring(from, content, &mut meter)? {
            FileState::Whole => {
                carried.count += 1;
                carried.bytes += content.size;
            }
            _ => carried.missing += 1,
        }
    }
    Ok(carried)
}

/// Removes what a copy of the workspace that took the place of another doesn't name any more.
pub(crate) fn drop_unnamed(database: &Path, store: &Store) -> Result<()> {
    remove(store, &named(database)?);
    Ok(())
}

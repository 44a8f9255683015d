//! Contents going with a copy of the workspace: into a backup, and back out of one.

use std::path::Path;

use sqlx::SqliteConnection;

use super::store::{Content, Meter, Store, total};
use super::sweep::{named, remove};
use super::types::FileState;
use crate::encryption;
use crate::error::Result;
use crate::progress::{Job, Stage};
use crate::sql;

/// What came along with a copy of the workspace.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Carried {
    pub count: u64,
    pub bytes: u64,
    /// Contents that the workspace names and that are missing or changed where they should lie.
    pub missing: u64,
}

/// Brings every content that `database` names from one folder into that of `target`, which is or will be encrypted as the
/// database is; what is there whole already stays.
pub(crate) fn carry(database: &Path, from: &Store, target: &Path, job: &Job) -> Result<Carried> {
    let key = encryption::key_of(database)?;
    carry_with(database, from, &Store::with_key(target, key.as_ref()), job)
}

/// The same into a folder that need not be as the database is.
pub(crate) fn carry_with(database: &Path, from: &Store, to: &Store, job: &Job) -> Result<Carried> {
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

/// Brings the contents of the files of some contacts from a backup into the workspace; those that are missing there show as
/// missing. The caller holds the write lock.
pub(crate) async fn bring_named(
    conn: &mut SqliteConnection,
    contacts: &[i64],
    (backup, workspace): (&Path, &Path),
    job: &Job,
) -> Result<()> {
    let sql = "SELECT hash, size FROM files WHERE contact_id IN (SELECT value FROM json_each(?))";
    let named: Vec<(String, i64)> = sqlx::query_as(sql)
        .bind(sql::ids(contacts))
        .fetch_all(conn)
        .await?;
    let contents: Vec<Content> = named
        .into_iter()
        .map(|(hash, size)| Content {
            hash,
            size: size.unsigned_abs(),
        })
        .collect();
    let mut meter = Meter::new(job, Stage::Copying, total(&contents));
    for content in &contents {
        Store::of(workspace).bring(&Store::of(backup), content, &mut meter)?;
    }
    Ok(())
}

/// Removes everything that the workspace doesn't name, copies that were broken off a moment ago too. Only for who is alone
/// with the workspace, or holds its write lock and has found that somebody died in the middle.
pub(crate) fn sweep_alone(database: &Path, store: &Store) -> Result<()> {
    for (path, name) in store.contents() {
        if name.is_none() {
            let _ = std::fs::remove_file(path);
        }
    }
    drop_unnamed(database, store)
}

/// Removes what a copy of the workspace that took the place of another doesn't name any more.
pub(crate) fn drop_unnamed(database: &Path, store: &Store) -> Result<()> {
    remove(store, &named(database)?);
    Ok(())
}

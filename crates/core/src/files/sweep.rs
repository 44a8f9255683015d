//! Removing contents for good: those that neither a file nor the journal names, and copies that were broken off. Nothing does
//! so by itself, since undo may want what is gone from every list; emptying the trash does.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;

use super::store::{Content, Store};
use crate::backup;
use crate::error::Result;
use crate::journal::{self, Change};
use crate::progress::CancelHandle;
use crate::workspace::Workspace;

/// A copy that is still being made was written to a moment ago.
const BROKEN_OFF: Duration = Duration::from_secs(24 * 60 * 60);

/// Every content that a file or an entry of the journal names.
pub(super) fn named(database: &Path) -> Result<BTreeSet<Content>> {
    named_in(&backup::open_to_read(database, &CancelHandle::default())?)
}

pub(super) fn named_in(conn: &Connection) -> Result<BTreeSet<Content>> {
    // A workspace from before files could be attached, on its way to be brought up to date.
    let sql = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'files')";
    if !conn.query_row(sql, [], |row| row.get(0))? {
        return Ok(BTreeSet::new());
    }
    let content = |row: &rusqlite::Row| {
        let (hash, size): (String, i64) = (row.get(0)?, row.get(1)?);
        Ok(Content {
            hash,
            size: size.unsigned_abs(),
        })
    };
    let mut found = conn.prepare(include_str!("named.sql"))?;
    let found = found.query_map([], content)?;
    let mut named: BTreeSet<Content> = found.collect::<rusqlite::Result<_>>()?;
    named.extend(packed(conn)?);
    Ok(named)
}

/// The contents of files that went together with their contact when an undo removed it.
fn packed(conn: &Connection) -> Result<Vec<Content>> {
    let sql = "SELECT payload FROM journal WHERE \"table\" = 'files' AND payload IS NOT NULL";
    let mut statement = conn.prepare(sql)?;
    let lots = statement.query_map([], |row| row.get::<_, Vec<u8>>(0))?;
    let mut named = Vec::new();
    for lot in lots {
        let (columns, rows) = journal::unpack(&lot?)?;
        let place = |name: &str| columns.iter().position(|column| column == name);
        let (Some(hash), Some(size)) = (place("hash"), place("size")) else {
            continue;
        };
        named.extend(rows.iter().filter_map(|row| {
            Some(Content {
                hash: row.get(hash)?.as_str()?.to_owned(),
                size: row.get(size)?.as_u64()?,
            })
        }));
    }
    Ok(named)
}

/// What lies in a folder and is not named.
pub(super) fn unnamed(store: &Store, named: &BTreeSet<Content>) -> Vec<PathBuf> {
    let names = named.iter().filter_map(|content| store.name(&content.hash));
    let wanted: BTreeSet<String> = names.collect();
    let is_left = |(path, name): &(PathBuf, Option<String>)| match name {
        Some(name) => !wanted.contains(name),
        None => is_broken_off(path),
    };
    let contents = store.contents().into_iter();
    contents.filter(is_left).map(|(path, _)| path).collect()
}

fn is_broken_off(path: &Path) -> bool {
    let written = path.metadata().and_then(|found| found.modified());
    written.is_ok_and(|time| time.elapsed().is_ok_and(|age| age > BROKEN_OFF))
}

/// Lets the journal forget files that were taken off, so that their contents can go: undo brings them back no more. Answers
/// whether there were any.
pub(crate) async fn forget_removed(change: &mut Change) -> Result<bool> {
    let mut forgotten = 0;
    for sql in [
        include_str!("forget_removed.sql"),
        include_str!("forget_emptied.sql"),
    ] {
        let done = sqlx::query(sql).execute(&mut **change).await?;
        forgotten += done.rows_affected();
    }
    Ok(forgotten > 0)
}

/// Removes the contents that nothing names. Gives how many.
pub(crate) async fn sweep(ws: &Workspace) -> Result<u64> {
    // Nobody can give a content its place or name one while this is open.
    let alone = ws.begin_write().await?;
    let removed = remove(&Store::of(ws.path()), &named(ws.path())?);
    alone.rollback().await?;
    Ok(removed)
}

/// One that can't be removed now is removed by a later sweep.
pub(super) fn remove(store: &Store, named: &BTreeSet<Content>) -> u64 {
    let left = unnamed(store, named).into_iter();
    let mut removed = 0;
    for path in left {
        if std::fs::remove_file(&path).is_ok() {
            removed += 1;
            // Goes when it was the last one in there.
            let _ = path.parent().map(std::fs::remove_dir);
        }
    }
    removed
}

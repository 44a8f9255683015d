//! What a backup needs of SQLite itself: a copy in one step, the look whether a file is sound, pages from one file into
//! another. Everything here blocks.

use std::path::Path;
use std::time::Duration;

use rusqlite::backup::{Backup as Pages, StepResult};
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};

use crate::encryption;
use crate::error::{Error, Result};
use crate::progress::CancelHandle;
use crate::workspace;

/// How long a restore waits for another program that is writing.
const PATIENCE: Duration = Duration::from_secs(5);

/// How many pages are copied between two looks whether to stop.
const PAGES: i32 = 4096;

/// How many of SQLite's instructions pass between two looks whether to stop.
const INSTRUCTIONS: i32 = 10_000;

pub(crate) fn open_to_read(path: &Path, cancel: &CancelHandle) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    watched(encryption::open(path, flags)?, cancel)
}

pub(crate) fn open_to_write(path: &Path, cancel: &CancelHandle) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    watched(encryption::open(path, flags)?, cancel)
}

pub(crate) fn watched(conn: Connection, cancel: &CancelHandle) -> Result<Connection> {
    let cancel = cancel.clone();
    conn.busy_timeout(PATIENCE)?;
    conn.progress_handler(INSTRUCTIONS, Some(move || cancel.is_cancelled()))?;
    Ok(conn)
}

/// Writes one state of the database to an empty file, compact, also while others write.
pub(super) fn copy_into(source: &Connection, target: &Path) -> Result<()> {
    let target = target.to_str().ok_or_else(|| {
        Error::invalid("The name of the file holds characters that are not Unicode.")
    })?;
    source.execute("VACUUM INTO ?1", [target])?;
    Ok(())
}

/// Copies the state that `source` holds on to into an empty file, page by page: several times faster than writing it
/// anew, and others go on writing meanwhile. Gives the copy, which is one file without a log.
pub(super) fn copy_pages(
    source: &Connection,
    target: &Path,
    cancel: &CancelHandle,
) -> Result<Connection> {
    let mut copy = open_to_write(target, cancel)?;
    // A file that has no name yet needs no safety of its own: it is synced once, when it is whole.
    copy.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")?;
    let pages = Pages::new(source, &mut copy)?;
    loop {
        match pages.step(PAGES)? {
            StepResult::Done => break,
            StepResult::More if cancel.is_cancelled() => return Err(Error::Cancelled),
            StepResult::More => {}
            _ => return Err(Error::Busy),
        }
    }
    drop(pages);
    copy.pragma_update(None, "journal_mode", "DELETE")?;
    Ok(copy)
}

/// Reads every page of a copy that was just written.
pub(super) fn quick_check(conn: &Connection) -> Result<()> {
    let found: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if found != "ok" {
        return Err(Error::DamagedWorkspace { detail: found });
    }
    Ok(())
}

/// Whether a file is a sound workspace; gives the number of its contacts.
///
/// # Errors
/// `NotAWorkspace`, `DamagedWorkspace`, `Cancelled`.
pub(super) fn verify(path: &Path, cancel: &CancelHandle) -> Result<i64> {
    if !workspace::is_ours(path)? {
        return Err(Error::NotAWorkspace {
            path: path.display().to_string(),
        });
    }
    let conn = open_to_read(path, cancel)?;
    let found: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if found != "ok" {
        return Err(Error::DamagedWorkspace { detail: found });
    }
    let sql = "SELECT count(*) FROM contacts WHERE deleted_at IS NULL AND archived_at IS NULL";
    Ok(conn.query_row(sql, [], |row| row.get(0))?)
}

/// Puts all of `source` in the place of what `target` holds, as one transaction that other connections see as any other.
pub(super) fn replace(source: &Connection, target: &mut Connection) -> Result<()> {
    let pages = Pages::new(source, target)?;
    match pages.step(-1)? {
        StepResult::Done => Ok(()),
        _ => Err(Error::Busy),
    }
}

/// SQLCipher answers with a text, SQLite with a number.
pub(crate) fn page_size(conn: &Connection) -> Result<i64> {
    let said: Value = conn.query_row("PRAGMA page_size", [], |row| row.get(0))?;
    Ok(match said {
        Value::Integer(size) => size,
        Value::Text(size) => size.parse().unwrap_or_default(),
        _ => 0,
    })
}

/// A log in pages of another size can't be written to: the copy gets the target's size first.
pub(super) fn match_page_size(copy: &Connection, target: &Connection) -> Result<()> {
    let wanted = page_size(target)?;
    if page_size(copy)? != wanted {
        copy.pragma_update(None, "journal_mode", "DELETE")?;
        copy.pragma_update(None, "page_size", wanted)?;
        copy.execute_batch("VACUUM")?;
    }
    Ok(())
}

//! Writing a database anew under another key or none, and the proof that it holds the same.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::connect::{attach_with, open};
use super::key::Key;
use super::keyring::key_of;
use crate::backup::{page_size, watched};
use crate::error::{Error, Result};
use crate::progress::CancelHandle;

/// Writes what `conn` holds into the empty file at `target`, encrypted with `key` or in the clear, and compares
/// the two.
pub(super) fn write_anew(conn: &Connection, target: &Path, key: Option<&Key>) -> Result<()> {
    attach_with(conn, target, "target", key)?;
    let done = export(conn).and_then(|()| compare(conn));
    let detached = conn.execute_batch("DETACH DATABASE target");
    done?;
    Ok(detached?)
}

fn export(conn: &Connection) -> Result<()> {
    let number = |name: &str| -> rusqlite::Result<i64> {
        conn.query_row(&format!("PRAGMA main.{name}"), [], |row| row.get(0))
    };
    let (id, version, page) = (
        number("application_id")?,
        number("user_version")?,
        page_size(conn)?,
    );
    // A file that has no name yet needs no safety of its own: it is synced once, when it is whole. SQLCipher has fixed the
    // size of the pages of one that is encrypted.
    conn.execute_batch(&format!(
        "PRAGMA target.page_size = {page};
        PRAGMA target.journal_mode = OFF;
        PRAGMA target.synchronous = OFF;"
    ))?;
    conn.query_row("SELECT sqlcipher_export('target')", [], |_| Ok(()))?;
    Ok(conn.execute_batch(&format!(
        "PRAGMA target.application_id = {id}; PRAGMA target.user_version = {version};"
    ))?)
}

/// Every row of every table, and every line of the schema.
fn compare(conn: &Connection) -> Result<()> {
    const DIFFERENT: &str = "SELECT (SELECT count(*) FROM main.sqlite_schema) <> (SELECT count(*) FROM target.sqlite_schema)
        OR EXISTS (SELECT type, name, sql FROM main.sqlite_schema EXCEPT SELECT type, name, sql FROM target.sqlite_schema)";
    if conn.query_row(DIFFERENT, [], |row| row.get(0))? {
        return Err(differs("its tables"));
    }
    let found: String = conn.query_row("PRAGMA target.quick_check(1)", [], |row| row.get(0))?;
    if found != "ok" {
        return Err(Error::DamagedWorkspace { detail: found });
    }
    let tables = "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND rootpage > 0";
    let mut tables = conn.prepare(tables)?;
    let tables: Vec<String> = tables
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for table in tables {
        if !are_same(conn, &table)? {
            return Err(differs(&table));
        }
    }
    Ok(())
}

fn are_same(conn: &Connection, table: &str) -> Result<bool> {
    // Both lie in the order of their keys: a copy keeps it.
    let all = |place: &str| format!("SELECT * FROM {place}.\"{table}\" NOT INDEXED");
    let (mut then, mut now) = (conn.prepare(&all("main"))?, conn.prepare(&all("target"))?);
    let width = then.column_count();
    let (mut then, mut now) = (then.query([])?, now.query([])?);
    loop {
        match (then.next()?, now.next()?) {
            (None, None) => return Ok(true),
            (Some(a), Some(b)) => {
                for column in 0..width {
                    if a.get_ref(column)? != b.get_ref(column)? {
                        return Ok(false);
                    }
                }
            }
            _ => return Ok(false),
        }
    }
}

fn differs(what: &str) -> Error {
    Error::DamagedWorkspace {
        detail: format!("the copy doesn't hold what the workspace holds ({what})"),
    }
}

/// Writes a file anew in its place, where it is encrypted otherwise than with `key`. A kill leaves the one or the other.
/// Answers whether there was anything to do.
///
/// # Errors
/// `PassphraseNeeded`; the file is as it was then.
pub(super) fn write_over(path: &Path, key: Option<&Key>, cancel: &CancelHandle) -> Result<bool> {
    if key_of(path)?.as_ref() == key {
        return Ok(false);
    }
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    let partial = tempfile::Builder::new()
        .prefix(super::sweep::PARTIAL)
        .tempfile_in(folder)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = watched(open(path, flags)?, cancel)?;
    write_anew(&conn, partial.path(), key)?;
    drop(conn);
    partial.as_file().sync_all()?;
    partial.persist(path).map_err(|e| e.error)?;
    Ok(true)
}

/// Makes a copy that nobody else has open as encrypted as the workspace at `model` is, or will be.
pub(crate) fn match_encryption(copy: &Path, model: &Path) -> Result<()> {
    write_over(copy, key_of(model)?.as_ref(), &CancelHandle::default()).map(drop)
}

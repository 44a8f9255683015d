//! What is wrong with a file that should be a workspace, and which of its backups could take its place.

use std::path::Path;

use serde::Serialize;
use ts_rs::TS;

use crate::backup::{self, KeptBackup};
use crate::progress::CancelHandle;
use crate::workspace::{self, APPLICATION_ID};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Trouble {
    /// Nothing that shows here.
    None,
    Missing,
    /// It holds nothing at all.
    Empty,
    /// It is no database, or its beginning is destroyed.
    NoDatabase,
    /// A database of another program.
    Foreign,
    /// Made by a newer Roster.
    Newer,
    /// A workspace with damaged pages, or one that was cut off.
    Damaged,
    /// The system doesn't let Roster read it.
    Unreadable,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct Examined {
    pub path: String,
    pub trouble: Trouble,
    /// What SQLite or the system says, in its own words.
    pub detail: Option<String>,
    pub bytes: u64,
    /// Its backups, the latest first, as far as they can be read.
    pub backups: Vec<KeptBackup>,
}

/// Looks at a file without changing it. Blocks.
pub fn examine(path: &Path) -> Examined {
    let (trouble, detail) = look(path);
    let backups = backup::kept_in(path);
    Examined {
        path: path.display().to_string(),
        trouble,
        detail,
        bytes: path.metadata().map_or(0, |found| found.len()),
        backups: backups
            .into_iter()
            .filter(|backup| backup.readable)
            .collect(),
    }
}

fn look(path: &Path) -> (Trouble, Option<String>) {
    match path.metadata() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return (Trouble::Missing, None);
        }
        Err(error) => return (Trouble::Unreadable, Some(error.to_string())),
        Ok(found) if found.is_dir() => return (Trouble::NoDatabase, None),
        Ok(found) if found.len() == 0 => return (Trouble::Empty, None),
        Ok(_) => {}
    }
    if let Err(error) = std::fs::File::open(path) {
        return (Trouble::Unreadable, Some(error.to_string()));
    }
    match pages(path) {
        Ok(trouble) => (trouble, None),
        Err(error) => {
            let is_none = error.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase);
            let trouble = if is_none {
                Trouble::NoDatabase
            } else {
                Trouble::Damaged
            };
            (trouble, Some(error.to_string()))
        }
    }
}

fn pages(path: &Path) -> rusqlite::Result<Trouble> {
    let conn = backup::open_to_read(path, &CancelHandle::default())
        .map_err(|_| rusqlite::Error::InvalidQuery)?;
    let id: i64 = conn.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if id != APPLICATION_ID && tables > 0 {
        return Ok(Trouble::Foreign);
    }
    if workspace::is_newer(&conn) {
        return Ok(Trouble::Newer);
    }
    let found: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    match found.as_str() {
        "ok" => Ok(Trouble::None),
        _ => Ok(Trouble::Damaged),
    }
}

//! Saving what can be read of a damaged workspace into a new one.
//!
//! The list of tables must be readable: without it nobody knows what is what. Each table is read row by row in the order of its numbers; where a page can't be read, the rows behind it are looked for.
//! What belongs to nothing any more is loosened, what is derived is made anew (`workspace/repair.rs`), and the report says
//! what was lost. The journal doesn't come along: half of what was done can't be undone. Attached contents do.

use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, params_from_iter};
use serde::Serialize;
use ts_rs::TS;

use crate::backup::blocking;
use crate::encryption;
use crate::error::{Error, Result};
use crate::files::{self, Store};
use crate::journal::TABLES;
use crate::progress::{CancelHandle, Job, Stage};
use crate::workspace::{self, OpenMode, Workspace};

/// Tables beside the journaled ones that hold something of their own.
const OTHERS: [&str; 10] = [
    "settings",
    "staff",
    "batches",
    "photos",
    "import_mappings",
    "documents",
    "erasures",
    "erased_orders",
    "erased_payments",
    "erased_values",
];
/// After this many numbers without a row that can be read, the rest of a table is given up.
const FAR: i64 = 1 << 40;
/// The part of the file that says what the others are.
const HEAD: usize = 100;

/// What could not be saved of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Lost {
    pub table: String,
    /// How many rows came over.
    pub saved: u64,
    /// How many are known to be lost: they could not be read or don't fit any more.
    pub rows: u64,
    /// Parts of the table could not be read, so that there may have been more.
    pub more: bool,
}

/// A workspace that was made of what could be read.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Salvaged {
    pub file: String,
    pub contacts: i64,
    /// The tables of which something was lost; none when all could be read.
    pub lost: Vec<Lost>,
    /// What is still wrong with the new workspace.
    pub problems: Vec<String>,
}

/// Reads what can be read of `source` into a new workspace at `target`.
///
/// # Errors
/// `NoWorkspace`; `Invalid` when there is something at `target` already; `DamagedWorkspace` when nothing can be read;
/// `Cancelled`, `DiskFull`: nothing is left at `target` then.
pub async fn salvage(source: &Path, target: &Path, job: &Job) -> Result<Salvaged> {
    if !source.is_file() {
        return Err(Error::NoWorkspace {
            path: source.display().to_string(),
        });
    }
    if target.exists() {
        let shown = target.display();
        return Err(Error::invalid(format!(
            "There is something at {shown} already. Nothing was overwritten."
        )));
    }
    let done = carry_out(source, target, job).await;
    if done.is_err() {
        remove(target);
    }
    done
}

async fn carry_out(source: &Path, target: &Path, job: &Job) -> Result<Salvaged> {
    // What is saved of an encrypted workspace is encrypted as it was.
    let _alike = encryption::like(target, source)?;
    let ws = Workspace::open(target, OpenMode::CreateIfMissing).await?;
    let (from, to, cancel) = (source.to_owned(), target.to_owned(), job.cancel_handle());
    job.report(Stage::Reading, 0, None)?;
    let lost = blocking(move || rows(&from, &to, &cancel)).await?;
    workspace::mend(&ws, job).await?;
    files::carry(target, &Store::of(source), target, job)?;
    let stats = workspace::stats(&ws).await?;
    let report = workspace::check_watched(&ws, job).await?;
    ws.close().await;
    Ok(Salvaged {
        file: target.display().to_string(),
        contacts: stats.contacts,
        lost,
        problems: report.problems,
    })
}

fn remove(target: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let mut file = target.as_os_str().to_owned();
        file.push(ending);
        let _ = std::fs::remove_file(file);
    }
    let _ = std::fs::remove_dir_all(Store::of(target).folder());
}

/// The rows of all tables, as one transaction. What is read is a copy with its log, mended where its head is destroyed.
fn rows(source: &Path, target: &Path, cancel: &CancelHandle) -> Result<Vec<Lost>> {
    let folder = tempfile::tempdir()?;
    let copy = folder.path().join("damaged.roster");
    std::fs::copy(source, &copy)?;
    let log = |path: &Path| {
        let mut log = path.as_os_str().to_owned();
        log.push("-wal");
        std::path::PathBuf::from(log)
    };
    if log(source).exists() {
        std::fs::copy(log(source), log(&copy))?;
    }
    if !encryption::is_encrypted(&copy) {
        mend_head(&copy, target)?;
    }
    let from = encryption::open(
        &copy,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    from.execute_batch("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;")?;
    let mut to = encryption::open(
        target,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    to.execute_batch("PRAGMA foreign_keys = OFF")?;
    let to = to.transaction()?;
    let mut lost = Vec::new();
    let mut saved = 0;
    for table in OTHERS.iter().chain(TABLES) {
        if cancel.is_cancelled() {
            return Err(Error::Cancelled);
        }
        let done = copy_table(&from, &to, table)?;
        saved += done.saved;
        if done.rows > 0 || done.more {
            lost.push(done);
        }
    }
    if saved == 0 {
        return Err(Error::DamagedWorkspace {
            detail: "nothing in it can be read".into(),
        });
    }
    // It is a workspace, also when it was made of a backup.
    to.execute("DELETE FROM settings WHERE key = ?", [workspace::BACKUP])?;
    to.commit()?;
    Ok(lost)
}

/// Puts a head before a file whose own is destroyed: that of a new workspace, with the right number of pages. A file that
/// was cut off gets the right number too.
fn mend_head(copy: &Path, model: &Path) -> Result<()> {
    let mut bytes = std::fs::read(copy)?;
    let model = std::fs::read(model)?;
    if bytes.len() < HEAD || model.len() < HEAD {
        return Ok(());
    }
    if !bytes.starts_with(b"SQLite format 3\0") {
        bytes[..HEAD].copy_from_slice(&model[..HEAD]);
        // No list of free pages, and no version of the schema that anything was prepared for.
        bytes[32..40].fill(0);
    }
    let size = match u16::from_be_bytes([bytes[16], bytes[17]]) {
        1 => 65_536,
        size => u64::from(size),
    };
    if size >= 512 {
        let pages = u32::try_from(bytes.len() as u64 / size).unwrap_or(u32::MAX);
        bytes[28..32].copy_from_slice(&pages.to_be_bytes());
        // The number counts only when it is of the last change.
        let changes: [u8; 4] = [bytes[24], bytes[25], bytes[26], bytes[27]];
        bytes[92..96].copy_from_slice(&changes);
    }
    std::fs::write(copy, bytes)?;
    Ok(())
}

/// The columns that both have: an older workspace has fewer.
fn columns(conn: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    let mut found = conn.prepare("SELECT name FROM pragma_table_info(?)")?;
    found.query_map([table], |row| row.get(0))?.collect()
}

fn copy_table(from: &Connection, to: &Connection, table: &str) -> Result<Lost> {
    let mut lost = Lost {
        table: table.to_owned(),
        saved: 0,
        rows: 0,
        more: false,
    };
    let wanted = columns(to, table)?;
    let Ok(there) = columns(from, table) else {
        lost.more = true;
        return Ok(lost);
    };
    let shared: Vec<String> = wanted
        .into_iter()
        .filter(|column| there.contains(column))
        .collect();
    if shared.is_empty() {
        // A table that the older workspace didn't have, or one whose description is lost.
        lost.more = is_described(from) != Some(true);
        return Ok(lost);
    }
    let names: Vec<String> = shared
        .iter()
        .map(|column| format!("\"{column}\""))
        .collect();
    let places = vec!["?"; shared.len()].join(", ");
    let insert = format!(
        "INSERT OR IGNORE INTO {table} ({}) VALUES ({places})",
        names.join(", ")
    );
    let mut insert = to.prepare(&insert)?;
    let mut write = |row: &[Value]| insert.execute(params_from_iter(row));
    let is_numbered = from
        .prepare(&format!("SELECT rowid FROM {table} LIMIT 0"))
        .is_ok();
    let mut reader = Reader {
        conn: from,
        sql: match is_numbered {
            true => format!(
                "SELECT rowid, {} FROM {table} WHERE rowid > ?1 ORDER BY rowid",
                names.join(", ")
            ),
            false => format!("SELECT 0, {} FROM {table} WHERE ?1 < 1", names.join(", ")),
        },
        width: shared.len(),
    };
    let (mut after, mut step) = (i64::MIN, 1);
    loop {
        let (last, failed) = reader.read(after, &mut |row| {
            // What a rule of today's schema refuses is lost.
            match write(row) {
                Ok(1) => lost.saved += 1,
                _ => lost.rows += 1,
            }
        });
        if !failed {
            return Ok(lost);
        }
        lost.more = true;
        if !is_numbered || step > FAR {
            return Ok(lost);
        }
        // Behind the page that can't be read: ever further, until something can be read again.
        step = if last > after { 1 } else { step * 2 };
        after = last.max(0).saturating_add(step);
    }
}

/// Whether the list of tables can be read, so that a table that is not in it was never there.
fn is_described(from: &Connection) -> Option<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'contacts')";
    from.query_row(sql, [], |row| row.get(0)).ok()
}

struct Reader<'c> {
    conn: &'c Connection,
    sql: String,
    width: usize,
}

impl Reader<'_> {
    /// Reads on behind a row until the end or until something can't be read. Gives the last row and whether it failed.
    fn read(&mut self, after: i64, each: &mut dyn FnMut(&[Value])) -> (i64, bool) {
        let mut last = after;
        let Ok(mut statement) = self.conn.prepare(&self.sql) else {
            return (last, true);
        };
        let Ok(mut found) = statement.query([after]) else {
            return (last, true);
        };
        loop {
            match found.next() {
                Ok(Some(row)) => {
                    let values: rusqlite::Result<Vec<Value>> =
                        (1..=self.width).map(|i| row.get(i)).collect();
                    last = row.get(0).unwrap_or(last);
                    match values {
                        Ok(values) => each(&values),
                        Err(_) => return (last, true),
                    }
                }
                Ok(None) => return (last, false),
                Err(_) => return (last, true),
            }
        }
    }
}

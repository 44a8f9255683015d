//! Attaching: the files are copied first, which may take long and holds no lock; then one change gives the copies their
//! places and writes the rows. A kill between leaves at most a copy that nothing names.

use std::fs::File;
use std::path::Path;

use super::list::{Row, expect_owner, rows_of};
use super::names;
use super::store::{Meter, Store, Taken};
use super::types::{FileOwner, FileRefusal, FileState, FilesAttach, FilesAttached, RefusedFile};
use crate::error::Result;
use crate::journal::Change;
use crate::operations::Operation;
use crate::progress::{Job, Stage};
use crate::workspace::Workspace;

/// The most that one file may hold: two gigabytes.
const MOST_BYTES: u64 = 2 << 30;

/// A source that can be attached.
struct Source {
    name: String,
    file: File,
    size: u64,
}

/// A copy with its name.
struct Copied {
    name: String,
    taken: Taken,
    /// The same content lies in its place already, and was read.
    is_there: bool,
}

/// Attaches files to a contact or an organization. Those that can't be are named with the reason, and the others attached.
///
/// # Errors
/// `NotFound` when the owner isn't there or is in the trash; `DiskFull`, `Cancelled` (nothing was attached).
pub async fn attach(ws: &Workspace, input: &FilesAttach, job: &Job) -> Result<FilesAttached> {
    attach_up_to(MOST_BYTES, ws, input, job).await
}

pub(super) async fn attach_up_to(
    most: u64,
    ws: &Workspace,
    input: &FilesAttach,
    job: &Job,
) -> Result<FilesAttached> {
    expect_owner(
        &mut *ws.read().await?,
        input.owner,
        "AND deleted_at IS NULL",
    )
    .await?;
    let store = Store::of(ws.path());
    let (copied, refused) = copy_all(&store, &input.paths, most, job)?;
    let mut change = Change::begin(ws, Operation::FilesAttach).await?;
    expect_owner(&mut change, input.owner, "AND deleted_at IS NULL").await?;
    let before = rows_of(&mut change, input.owner).await?;
    let (mut ids, mut already) = (Vec::new(), 0);
    for one in copied {
        let (name, content) = (one.name, one.taken.content.clone());
        // Also where the row is there: its content may have gone missing.
        store.keep(one.taken, one.is_there)?;
        if before.iter().any(|row| is(row, &name, &content.hash)) {
            already += 1;
        } else {
            ids.push(insert(&mut change, input.owner, &name, &content).await?);
        }
    }
    touch(&mut change, input.owner).await?;
    let mut rows = rows_of(&mut change, input.owner).await?;
    rows.retain(|row| ids.contains(&row.id));
    let batch = change.commit().await?;
    if batch.is_none() && already > 0 {
        // No row changed, but a content that had gone may be there again.
        ws.announce(Operation::FilesAttach);
    }
    Ok(FilesAttached {
        files: rows.into_iter().map(|row| row.shown(&store)).collect(),
        already,
        refused,
        batch,
    })
}

fn is(row: &Row, name: &str, hash: &str) -> bool {
    row.name == name && row.hash == hash
}

async fn insert(
    change: &mut Change,
    owner: FileOwner,
    name: &str,
    content: &super::store::Content,
) -> Result<i64> {
    let (contact, organization) = owner.columns();
    let (now, by) = (change.now.clone(), change.by.clone());
    Ok(sqlx::query(include_str!("insert.sql"))
        .bind(contact)
        .bind(organization)
        .bind(name)
        .bind(content.size as i64)
        .bind(&content.hash)
        .bind(now)
        .bind(by)
        .execute(&mut **change)
        .await?
        .last_insert_rowid())
}

/// A change of the files is a change of their owner.
pub(super) async fn touch(change: &mut Change, owner: FileOwner) -> Result<()> {
    if change.is_empty().await? {
        return Ok(());
    }
    let (table, _, id) = owner.table();
    let sql = format!("UPDATE {table} SET changed_at = ? WHERE id = ?");
    let now = change.now.clone();
    sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(now)
        .bind(id)
        .execute(&mut **change)
        .await?;
    Ok(())
}

fn copy_all(
    store: &Store,
    paths: &[String],
    most: u64,
    job: &Job,
) -> Result<(Vec<Copied>, Vec<RefusedFile>)> {
    let (mut sources, mut refused) = (Vec::new(), Vec::new());
    for path in paths {
        match open(Path::new(path), most) {
            Ok(source) => sources.push((path, source)),
            Err(reason) => refused.push(refuse(path, reason)),
        }
    }
    let total = sources.iter().map(|(_, source)| source.size).sum();
    let mut meter = Meter::new(job, Stage::Copying, total);
    let mut copied = Vec::new();
    for (path, source) in sources {
        let Some(taken) = store.take_in(source.file, most, &mut meter)? else {
            refused.push(refuse(path, FileRefusal::TooLarge));
            continue;
        };
        let mut quiet = Meter::new(job, Stage::Copying, 0);
        let is_there = store.verify(&taken.content, &mut quiet)? == FileState::Whole;
        copied.push(Copied {
            name: source.name,
            taken,
            is_there,
        });
    }
    Ok((copied, refused))
}

/// Opens a source to read it. A link is followed, since it was chosen; but only a file is read, whatever it leads to.
fn open(path: &Path, most: u64) -> Result<Source, FileRefusal> {
    // Looked at first: opening a pipe would wait for somebody to write into it.
    judge(&std::fs::metadata(path).map_err(reason)?, most)?;
    let file = File::open(path).map_err(reason)?;
    let found = file.metadata().map_err(reason)?;
    judge(&found, most)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Ok(Source {
        name: names::safe(&name),
        size: found.len(),
        file,
    })
}

fn judge(found: &std::fs::Metadata, most: u64) -> Result<(), FileRefusal> {
    match () {
        () if found.is_dir() => Err(FileRefusal::Folder),
        () if !found.is_file() => Err(FileRefusal::NotAFile),
        () if found.len() > most => Err(FileRefusal::TooLarge),
        () => Ok(()),
    }
}

fn reason(error: std::io::Error) -> FileRefusal {
    match error.kind() {
        std::io::ErrorKind::PermissionDenied => FileRefusal::Unreadable,
        _ => FileRefusal::NotThere,
    }
}

fn refuse(path: &str, reason: FileRefusal) -> RefusedFile {
    let last = Path::new(path).file_name();
    let name = names::safe(&last.unwrap_or_default().to_string_lossy());
    let why = match reason {
        FileRefusal::NotThere => "is not there",
        FileRefusal::Folder => "is a folder: attach the files in it, or one archive of it",
        FileRefusal::NotAFile => "is no ordinary file",
        FileRefusal::TooLarge => "is larger than 2 GB, the most that Roster keeps",
        FileRefusal::Unreadable => "may not be read by you",
    };
    RefusedFile {
        message: format!("{name} {why}."),
        name,
        reason,
    }
}

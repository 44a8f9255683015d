//! The folder of backups beside the workspace: writing one, listing them, removing those that go.
//!
//! `contacts.roster` has its backups in `contacts.backups`. Each says in its own settings what it is, so that it is known
//! wherever it is carried and whatever it is called; only files that say so are ever removed.

use std::path::{Component, Path, PathBuf};
use std::time::{Duration, SystemTime};

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::save::folder;
use super::sqlite;
use super::thin::{Aged, superfluous};
use super::types::{Backups, KeptBackup, Why};
use crate::encryption;
use crate::error::{Error, Result};
use crate::files::{self, Store};
use crate::progress::{CancelHandle, Job};
use crate::workspace::{self, Settings, Workspace};

const ENDING: &str = "roster";
pub(crate) const PARTIAL: &str = ".backup-";
/// After this long, a backup that has not got its name was broken off.
const BROKEN_OFF: Duration = Duration::from_secs(24 * 60 * 60);

/// What a backup says of itself, in its settings under [`workspace::BACKUP`].
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Mark {
    pub at: DateTime<Utc>,
    pub why: Why,
    /// The highest batch: which state of the workspace it is.
    pub state: i64,
    contacts: i64,
    organizations: i64,
    groups: i64,
}

impl Mark {
    fn of(conn: &Connection, why: Why) -> Result<Self> {
        let counts = conn.query_row(include_str!("counts.sql"), [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?;
        let (state, contacts, organizations, groups) = counts;
        Ok(Self {
            at: Utc::now(),
            why,
            state,
            contacts,
            organizations,
            groups,
        })
    }

    fn holds_as_much_as(&self, other: &Self) -> bool {
        let counts = |mark: &Self| (mark.state, mark.contacts, mark.organizations, mark.groups);
        counts(self) == counts(other)
    }
}

/// Where a workspace has its backups.
pub fn folder_of(workspace: &Path) -> PathBuf {
    let stem = workspace.file_stem().unwrap_or_default().to_string_lossy();
    folder(workspace).join(format!("{stem}.backups"))
}

/// A backup of the state as it is now. `begun` is called once that state is held on to: what is written from then on is not
/// in the backup.
pub(super) fn make(
    source: &Path,
    why: Why,
    cancel: &CancelHandle,
    begun: impl FnOnce(),
) -> Result<PathBuf> {
    let folder = folder_of(source);
    std::fs::create_dir_all(&folder)?;
    clear(&folder);
    let partial = tempfile::Builder::new()
        .prefix(PARTIAL)
        .tempfile_in(&folder)?;
    let mark = copy(source, partial.path(), why, cancel, begun)?;
    partial.as_file().sync_all()?;
    let target = free_name(&folder, &mark);
    let job = Job::following(cancel.clone());
    files::carry(partial.path(), &Store::of(source), &target, &job)?;
    partial.persist_noclobber(&target).map_err(|e| e.error)?;
    super::save::keep_name(&folder);
    Ok(target)
}

fn copy(
    source: &Path,
    target: &Path,
    why: Why,
    cancel: &CancelHandle,
    begun: impl FnOnce(),
) -> Result<Mark> {
    let _alike = encryption::like(target, source)?;
    let conn = sqlite::open_to_read(source, cancel)?;
    conn.execute_batch("BEGIN")?;
    let mark = Mark::of(&conn, why)?;
    begun();
    let copy = sqlite::copy_pages(&conn, target, cancel)?;
    sqlite::quick_check(&copy)?;
    let found = Mark::of(&copy, why)?;
    if !found.holds_as_much_as(&mark) {
        return Err(Error::DamagedWorkspace {
            detail: "the backup holds something else than the workspace".into(),
        });
    }
    let text = serde_json::to_string(&mark).map_err(|e| Error::Call {
        detail: e.to_string(),
    })?;
    copy.execute(
        "INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)",
        (workspace::BACKUP, text),
    )?;
    Ok(mark)
}

/// Before the form of the file changes. The workspace is not open yet.
pub(crate) fn before_update(source: &Path) -> Result<()> {
    make(source, Why::Update, &CancelHandle::default(), || ()).map(drop)
}

/// Before the whole workspace is written anew, where its settings want backups and its state has none yet.
pub(crate) fn keep_before(source: &Path, cancel: &CancelHandle) -> Result<()> {
    const WANTED: &str = "SELECT NOT EXISTS (SELECT 1 FROM settings WHERE key = 'no_backups'),
        (SELECT coalesce(max(id), 0) FROM batches)";
    let conn = sqlite::open_to_read(source, cancel)?;
    let (wanted, state): (bool, i64) =
        conn.query_row(WANTED, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let is_kept = latest(source).is_some_and(|mark| mark.state == state);
    if wanted && state > 0 && !is_kept {
        make(source, Why::Change, cancel, || ())?;
    }
    Ok(())
}

/// The backups that Roster made by itself, and those that can't be read without another passphrase.
pub(crate) fn own(workspace: &Path) -> Vec<PathBuf> {
    let mut own = paths(&folder_of(workspace));
    own.retain(|path| match mark_of(path) {
        Ok(mark) => mark.is_some(),
        Err(error) => matches!(error, Error::PassphraseNeeded { .. }),
    });
    own
}

/// `2026-11-22T09-00-00Z before import.roster`
fn free_name(folder: &Path, mark: &Mark) -> PathBuf {
    let time = mark.at.to_rfc3339_opts(SecondsFormat::Secs, true);
    let begin = format!("{} {}", time.replace(':', "-"), words(mark.why));
    (1..)
        .map(|n| match n {
            1 => folder.join(format!("{begin}.{ENDING}")),
            n => folder.join(format!("{begin} {n}.{ENDING}")),
        })
        .find(|path| !path.exists())
        .expect("one of the numbers is free")
}

fn words(why: Why) -> &'static str {
    match why {
        Why::Import => "before import",
        Why::Change => "before change",
        Why::Removal => "before removal",
        Why::Update => "before update",
        Why::Restore => "before restore",
        Why::Repair => "before repair",
        Why::Use => "in use",
        Why::Asked => "asked for",
    }
}

/// The workspace's backups, the latest first.
pub async fn list(ws: &Workspace) -> Result<Backups> {
    let path = ws.path().to_owned();
    let backups = super::restore::blocking(move || Ok(kept_in(&path))).await?;
    Ok(Backups {
        folder: folder_of(ws.path()).display().to_string(),
        bytes: backups.iter().map(|backup| backup.bytes).sum(),
        backups,
        failure: ws.keeper().failure(),
    })
}

/// The backups of a workspace that need not be there or open, the latest first.
pub fn kept_in(workspace: &Path) -> Vec<KeptBackup> {
    // By the exact time: several may be made within the second that is told.
    let mut backups: Vec<(Option<DateTime<Utc>>, KeptBackup)> = paths(&folder_of(workspace))
        .iter()
        .map(|path| describe(path))
        .collect();
    backups.sort_by(|(at, a), (other, b)| (other, &b.name).cmp(&(at, &a.name)));
    backups.into_iter().map(|(_, backup)| backup).collect()
}

fn paths(folder: &Path) -> Vec<PathBuf> {
    let read = std::fs::read_dir(folder).into_iter().flatten();
    read.filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == ENDING) && path.is_file())
        .collect()
}

fn describe(path: &Path) -> (Option<DateTime<Utc>>, KeptBackup) {
    let mark = mark_of(path);
    let name = path.file_name().unwrap_or_default();
    let held = mark.as_ref().ok().and_then(Option::as_ref);
    let backup = KeptBackup {
        name: name.to_string_lossy().into_owned(),
        at: held.map(|mark| mark.at.to_rfc3339_opts(SecondsFormat::Secs, true)),
        why: held.map(|mark| mark.why),
        bytes: path.metadata().map_or(0, |found| found.len()),
        contacts: held.map(|mark| mark.contacts),
        organizations: held.map(|mark| mark.organizations),
        groups: held.map(|mark| mark.groups),
        readable: mark.is_ok(),
    };
    (held.map(|mark| mark.at), backup)
}

/// What a file says of itself; nothing when it is a copy that somebody else put there.
pub(super) fn mark_of(path: &Path) -> Result<Option<Mark>> {
    let conn = sqlite::open_to_read(path, &CancelHandle::default())?;
    let mut found = conn.prepare("SELECT value FROM settings WHERE key = ?")?;
    let text = found.query_row([workspace::BACKUP], |row| row.get::<_, String>(0));
    match text {
        Ok(text) => Ok(serde_json::from_str(&text).ok()),
        Err(rusqlite::Error::QueryReturnedNoRows) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The latest that Roster made by itself.
pub(super) fn latest(workspace: &Path) -> Option<Mark> {
    marked(&folder_of(workspace))
        .into_iter()
        .map(|(_, mark)| mark)
        .next()
}

/// The files that say what they are, the latest first.
fn marked(folder: &Path) -> Vec<(PathBuf, Mark)> {
    let mut marked: Vec<(PathBuf, Mark)> = paths(folder)
        .into_iter()
        .filter_map(|path| mark_of(&path).ok().flatten().map(|mark| (path, mark)))
        .collect();
    marked.sort_by(|(a, one), (b, other)| (other.at, b).cmp(&(one.at, a)));
    marked
}

/// Removes what is too old or too much. Only files that say that Roster made them, never others.
pub(super) fn thin(workspace: &Path, settings: &Settings) {
    let marked = marked(&folder_of(workspace));
    let aged: Vec<Aged> = marked
        .iter()
        .map(|(path, mark)| Aged {
            at: mark.at,
            bytes: path.metadata().map_or(0, |found| found.len()),
            why: mark.why,
        })
        .collect();
    let most = u64::from(settings.backups_megabytes) * 1_000_000;
    for place in superfluous(&aged, Utc::now(), most) {
        // One that can't be removed now is tried again after the next.
        remove(&marked[place].0);
    }
}

/// Removes a backup with its attached files. Answers whether it is gone.
pub(crate) fn remove(path: &Path) -> bool {
    let is_gone = std::fs::remove_file(path).is_ok();
    if is_gone {
        let _ = std::fs::remove_dir_all(Store::of(path).folder());
    }
    is_gone
}

/// The backups that hold a contact, or of which that can't be told.
pub(crate) fn holding(workspace: &Path, uid: &str, id: i64) -> Vec<PathBuf> {
    let mut holding = paths(&folder_of(workspace));
    holding.retain(|path| holds(path, uid, id).unwrap_or(true));
    holding.sort();
    holding
}

fn holds(path: &Path, uid: &str, id: i64) -> Result<bool> {
    let conn = sqlite::open_to_read(path, &CancelHandle::default())?;
    Ok(conn.query_row(include_str!("holds.sql"), (uid, id), |row| row.get(0))?)
}

/// Removes copies that were broken off, as by a power cut.
fn clear(folder: &Path) {
    let read = std::fs::read_dir(folder).into_iter().flatten();
    for path in read.filter_map(|entry| Some(entry.ok()?.path())) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let changed = path.metadata().and_then(|found| found.modified());
        let is_old = changed.is_ok_and(|at| {
            SystemTime::now()
                .duration_since(at)
                .is_ok_and(|age| age > BROKEN_OFF)
        });
        if name.starts_with(PARTIAL) && is_old && path.is_file() {
            let _ = std::fs::remove_file(&path);
        }
    }
}

/// The file of that name in the folder: a name, and no way to anywhere else.
pub(super) fn path_of(workspace: &Path, name: &str) -> Result<PathBuf> {
    let mut parts = Path::new(name).components();
    let is_name = matches!(
        (parts.next(), parts.next()),
        (Some(Component::Normal(_)), None)
    );
    let path = folder_of(workspace).join(name);
    if !is_name || !path.is_file() {
        return Err(Error::not_found("backup", name));
    }
    Ok(path)
}

//! Looking how the open workspace stands to what this machine has seen of it, and remembering what it sees.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicI64, Ordering};

use sqlx::SqliteConnection;

use super::lineage::{self, Lineage};
use super::seen::{Memory, SeenCopy};
use super::types::{Copies, Kin, OtherCopy};
use crate::error::Result;
use crate::journal::{generation, now};
use crate::workspace::{OpenMode, Workspace};

/// What an open workspace knows of being watched. Only programs that people use ask for it.
#[derive(Default)]
pub(crate) struct Watching {
    /// Roster's own folder on this machine.
    data: OnceLock<PathBuf>,
    /// The state that was remembered last.
    noted: AtomicI64,
}

/// From here on this machine remembers the state of the workspace in `data`, and compares it with what it remembers.
pub async fn watch(ws: &Workspace, data: &Path) {
    let _ = ws.watching().data.set(data.to_owned());
    ws.watching().noted.store(-1, Ordering::Relaxed);
    // A machine that can't remember is no reason to refuse work.
    let _ = note(ws).await;
}

/// The copies that have changes which the open workspace lacks.
pub async fn copies(ws: &Workspace) -> Result<Copies> {
    let mut conn = ws.read().await?;
    let seen = memory(ws, &mut conn).await?.map(|memory| memory.read());
    let mut others = compare(&mut conn, &place(ws), &seen.unwrap_or_default()).await?;
    // The one whose place was taken first: that is what nobody meant to do.
    others.sort_by_key(|other| (!other.replaced, std::cmp::Reverse(other.seen_at.clone())));
    let changed_at = "SELECT at FROM batches ORDER BY id DESC LIMIT 1";
    Ok(Copies {
        path: ws.path().display().to_string(),
        changed_at: sqlx::query_scalar(changed_at)
            .fetch_optional(&mut *conn)
            .await?,
        contacts: contacts(&mut conn).await?,
        others,
    })
}

/// The open workspace is the one to go on with: the other copies are forgotten, until one of them is opened again.
pub async fn keep(ws: &Workspace) -> Result<Copies> {
    let mut conn = ws.read().await?;
    if let Some(memory) = memory(ws, &mut conn).await? {
        memory.write(vec![present(ws, &mut conn).await?])?;
    }
    drop(conn);
    copies(ws).await
}

/// The same for a file that is not open: a backup took the place of one that could not be opened, which was on purpose.
pub async fn keep_at(path: &Path, data: &Path) -> Result<()> {
    let ws = Workspace::open(path, OpenMode::Existing).await?;
    watch(&ws, data).await;
    keep(&ws).await?;
    ws.close().await;
    Ok(())
}

/// Remembers the state of the workspace, where it has changed since it was remembered last.
pub(crate) async fn note(ws: &Workspace) -> Result<()> {
    let watching = ws.watching();
    if watching.data.get().is_none() {
        return Ok(());
    }
    let mut conn = ws.read().await?;
    let state = generation(&mut conn).await?;
    if state == 0 || watching.noted.swap(state, Ordering::Relaxed) == state {
        return Ok(());
    }
    let Some(memory) = memory(ws, &mut conn).await? else {
        return Ok(());
    };
    let mut seen = memory.read();
    let place = place(ws);
    let newest = lineage::latest(&mut conn).await?;
    if seen
        .first()
        .is_some_and(|copy| copy.path == place && copy.lineage == newest)
    {
        return Ok(());
    }
    let is_unsettled = !compare(&mut conn, &place, &seen).await?.is_empty();
    seen.retain(|copy| {
        let is_here = copy.path == place && (copy.is_unsettled || !is_unsettled);
        // One that was moved or removed, and had nothing that is not here, says nothing any more.
        let is_gone = !is_unsettled && !copy.path.exists();
        !is_here && !is_gone
    });
    let copy = present(ws, &mut conn).await?;
    seen.insert(
        0,
        SeenCopy {
            is_unsettled,
            ..copy
        },
    );
    Ok(memory.write(seen)?)
}

/// The copies in sentences, for the check of the workspace.
pub(crate) async fn remarks(ws: &Workspace) -> Result<Vec<String>> {
    Ok(copies(ws)
        .await?
        .others
        .iter()
        .map(OtherCopy::told)
        .collect())
}

impl OtherCopy {
    /// What people need to know of it.
    pub fn told(&self) -> String {
        let Self {
            path,
            changed_at,
            contacts,
            changes,
            ..
        } = self;
        let which = match (self.replaced, self.is_there) {
            (true, _) => "Another copy of this workspace was at its place".to_owned(),
            (false, true) => format!("There is another copy of this workspace at {path}"),
            (false, false) => format!("There was another copy of this workspace at {path}"),
        };
        let more = match self.kin {
            Kin::Newer => "This one has none that the other lacks.".to_owned(),
            Kin::Diverged => match self.changes_here {
                Some(here) => format!("This one has {here} that the other lacks."),
                None => "This one may have others.".to_owned(),
            },
        };
        format!(
            "{which}, with {contacts} contacts and at least {changes} changes that this one lacks, the latest of {changed_at}. {more}"
        )
    }
}

async fn compare(
    conn: &mut SqliteConnection,
    place: &Path,
    seen: &[SeenCopy],
) -> Result<Vec<OtherCopy>> {
    let first = seen.iter().map(|copy| copy.lineage.first()).min();
    let present = lineage::since(conn, first.unwrap_or(i64::MAX)).await?;
    Ok(seen
        .iter()
        .filter_map(|copy| other(copy, place, &present))
        .collect())
}

fn other(copy: &SeenCopy, place: &Path, present: &lineage::Present) -> Option<OtherCopy> {
    let found = copy.lineage.beyond(present)?;
    let Lineage(marks) = &copy.lineage;
    let replaced = copy.path == place;
    Some(OtherCopy {
        kin: found.kin,
        path: copy.path.display().to_string(),
        replaced,
        is_there: !replaced && copy.path.is_file(),
        seen_at: copy.seen_at.clone(),
        changed_at: marks.last().map(|mark| mark.1.clone())?,
        contacts: copy.contacts,
        changes: found.changes,
        changes_here: found.changes_here,
        common_at: found.common_at,
    })
}

async fn memory(ws: &Workspace, conn: &mut SqliteConnection) -> Result<Option<Memory>> {
    let Some(data) = ws.watching().data.get() else {
        return Ok(None);
    };
    let identity: Option<String> = sqlx::query_scalar("SELECT id FROM identity")
        .fetch_optional(conn)
        .await?;
    Ok(identity.and_then(|identity| Memory::of(data, &identity)))
}

async fn present(ws: &Workspace, conn: &mut SqliteConnection) -> Result<SeenCopy> {
    Ok(SeenCopy {
        path: place(ws),
        seen_at: now(),
        contacts: contacts(conn).await?,
        lineage: lineage::latest(conn).await?,
        is_unsettled: false,
    })
}

async fn contacts(conn: &mut SqliteConnection) -> Result<i64> {
    let sql = "SELECT count(*) FROM contacts WHERE deleted_at IS NULL AND archived_at IS NULL";
    Ok(sqlx::query_scalar(sql).fetch_one(conn).await?)
}

/// However its path is written, it is one place.
fn place(ws: &Workspace) -> PathBuf {
    let path = ws.path();
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

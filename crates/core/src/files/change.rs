//! Taking files off, and calling them otherwise. The contents stay where they are, so that both can be undone.

use super::attach::touch;
use super::kind;
use super::list::row;
use super::names;
use super::store::Store;
use super::types::{FileChanged, FileKind, FileRename, FilesDetach};
use crate::contacts::BatchDone;
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::operations::Operation;
use crate::workspace::Workspace;

/// Takes files off their contacts and organizations.
///
/// # Errors
/// `NotFound` when one of them isn't there: then none is taken off.
pub async fn detach(ws: &Workspace, input: &FilesDetach) -> Result<BatchDone> {
    let mut change = Change::begin(ws, Operation::FilesDetach).await?;
    for id in &input.ids {
        let owner = row(&mut change, *id).await?.owner();
        sqlx::query("DELETE FROM files WHERE id = ?")
            .bind(id)
            .execute(&mut *change)
            .await?;
        touch(&mut change, owner).await?;
    }
    Ok(BatchDone {
        batch: change.commit().await?,
        count: input.ids.len() as u64,
    })
}

/// Gives a file another name.
///
/// # Errors
/// `NotFound`; `Invalid` when the name is none that a file can have everywhere.
pub async fn rename(ws: &Workspace, input: &FileRename) -> Result<FileChanged> {
    let mut change = Change::begin(ws, Operation::FileRename).await?;
    let before = row(&mut change, input.id).await?;
    let name = with_ending(input.name.trim(), &before.name);
    if input.name.trim().is_empty() || names::safe(&name) != name {
        return Err(Error::field("name", refused(&name)));
    }
    if name != before.name {
        sqlx::query("UPDATE files SET name = ? WHERE id = ?")
            .bind(&name)
            .bind(input.id)
            .execute(&mut *change)
            .await?;
        touch(&mut change, before.owner()).await?;
    }
    let after = row(&mut change, input.id).await?;
    let batch = change.commit().await?;
    Ok(FileChanged {
        file: after.shown(&Store::of(ws.path())),
        batch,
    })
}

/// The ending says what the file is: who types a name without one that means something means the old one.
fn with_ending(name: &str, before: &str) -> String {
    let (typed, old) = (names::ending(name), names::ending(before));
    match old {
        Some(old) if typed.as_ref() != Some(&old) && kind::of(name) == FileKind::Other => {
            let ending = &before[before.len() - old.len()..];
            format!("{name}.{ending}")
        }
        _ => name.to_owned(),
    }
}

fn refused(name: &str) -> String {
    format!(
        "A file can't be called “{name}” on every system. Leave out / \\ : * ? \" < > |, and keep it under 200 letters."
    )
}

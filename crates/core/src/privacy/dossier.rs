//! Everything that is known of a person, gathered and written.

use std::path::Path;

use tempfile::NamedTempFile;

use super::readable;
use super::types::{Dossier, DossierSave, DossierSaved, MergedContact};
use crate::contacts::{self, Contact};
use crate::error::{Error, Result};
use crate::files::{self, FileOwner, FilesRequest, Store};
use crate::operations::Operation;
use crate::staff;
use crate::workspace::Workspace;
use crate::{groups, history, journal, members, opt_outs, orders};

/// Everything that is known of a contact, wherever it is.
///
/// # Errors
/// `NotFound`.
pub async fn dossier(ws: &Workspace, id: i64) -> Result<Dossier> {
    let contact = contacts::get(ws, id).await?;
    let owner = FileOwner::Contact { id };
    Ok(Dossier {
        made: journal::now(),
        subscriptions: opt_outs::of_contact(ws, id).await?.values,
        groups: groups::memberships(ws, id).await?.groups,
        member: members::find(ws, id).await?.member,
        statement: orders::statement(ws, id).await?,
        files: files::list(ws, &FilesRequest { owner }).await?.files,
        merged: merged(ws, id).await?,
        photo: photo(ws, &contact).await?,
        history: history::of_contact(ws, id).await?.changes,
        contact,
    })
}

async fn merged(ws: &Workspace, id: i64) -> Result<Vec<MergedContact>> {
    let sql = "SELECT uid, name, at FROM merges WHERE contact_id = ? ORDER BY id";
    let mut conn = ws.read().await?;
    Ok(sqlx::query_as(sql).bind(id).fetch_all(&mut *conn).await?)
}

async fn photo(ws: &Workspace, contact: &Contact) -> Result<Option<String>> {
    match &contact.photo {
        Some(hash) => Ok(Some(contacts::photo(ws, hash).await?.data)),
        None => Ok(None),
    }
}

/// Writes a dossier to a file.
///
/// # Errors
/// `NotFound`; `Invalid` for a name that can't be written to; `DiskFull`, `ReadOnly`. What was there before stays then.
pub async fn save(ws: &Workspace, input: &DossierSave) -> Result<DossierSaved> {
    staff::permit(ws, Operation::DossierSave).await?;
    let target = Path::new(&input.path);
    may_write(ws, target)?;
    let dossier = dossier(ws, input.id).await?;
    let text = match is_json(target) {
        true => json(&dossier)?,
        false => readable::dossier(&dossier)?,
    };
    write(target, &text)?;
    Ok(DossierSaved {
        file: input.path.clone(),
        bytes: text.len() as u64,
    })
}

pub(super) fn is_json(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
}

pub(super) fn json(value: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string_pretty(value).map_err(|e| Error::Call {
        detail: e.to_string(),
    })
}

/// Neither the workspace nor what belongs to it is written over.
pub(super) fn may_write(ws: &Workspace, target: &Path) -> Result<()> {
    if target.is_dir() {
        let shown = target.display();
        return Err(Error::invalid(format!(
            "{shown} is a folder. Name a file in it."
        )));
    }
    let store = Store::of(ws.path());
    if store.holds(target) || store.holds(folder(target)) {
        return Err(Error::invalid(
            "A document can't take the place of the workspace or of its files. Choose another name.",
        ));
    }
    Ok(())
}

/// Beside its place, then renamed; only its owner may read it.
pub(super) fn write(target: &Path, text: &str) -> Result<()> {
    let mut partial = NamedTempFile::new_in(folder(target))?;
    std::io::Write::write_all(&mut partial, text.as_bytes())?;
    partial.as_file().sync_all()?;
    partial.persist(target).map_err(|e| e.error)?;
    Ok(())
}

fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

//! Getting a file out: a copy where the user wants one, or one for a program of the system to show.
//!
//! Programs never get the content itself to open: what they write would change it under its hash. The copy has the name
//! that people see, is read as it is made, and is refused where it is not what was attached.

use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::kind;
use super::list::{Row, row};
use super::store::{Meter, Store, copy};
use super::types::{FileKind, FileSave, FileSaved, FileState};
use crate::error::{Error, Result};
use crate::progress::{Job, Stage};
use crate::workspace::Workspace;

/// Saves a copy of a file. One whose content was changed since is saved as it is now, and the answer says so.
///
/// # Errors
/// `NotFound`, `ContentMissing`, `DiskFull`, `ReadOnly`, `Cancelled`; what was there before stays then.
pub async fn save(ws: &Workspace, input: &FileSave, job: &Job) -> Result<FileSaved> {
    let row = row(&mut *ws.read().await?, input.id).await?;
    let target = Path::new(&input.path);
    let (bytes, is_whole) = copy_out(&Store::of(ws.path()), &row, target, job)?;
    Ok(FileSaved {
        file: input.path.clone(),
        bytes,
        changed: !is_whole,
    })
}

/// Lays a copy of a file into a private folder, for the system to open: under its own name, and read-only, so that what is
/// written there is not taken for a change of the attached file. One that lies there already is given again.
///
/// # Errors
/// `NotFound`, `ContentMissing`, `ContentChanged`; `Program` for what would run when it is opened.
pub async fn lay_out(ws: &Workspace, id: i64, folder: &Path, job: &Job) -> Result<PathBuf> {
    let row = row(&mut *ws.read().await?, id).await?;
    let name = row.safe_name();
    if kind::of(&name) == FileKind::Program {
        return Err(Error::Program { name });
    }
    let store = Store::of(ws.path());
    if store.look(&row.content()) == FileState::Missing {
        return Err(Error::ContentMissing { name });
    }
    let target = folder.join(format!("{id}-{}", row.hash)).join(&name);
    if target.is_file() {
        return Ok(target);
    }
    std::fs::create_dir_all(target.parent().unwrap_or(folder))?;
    let (_, is_whole) = copy_out(&store, &row, &target, job)?;
    if !is_whole {
        std::fs::remove_file(&target)?;
        return Err(Error::ContentChanged { name });
    }
    let mut permissions = target.metadata()?.permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&target, permissions)?;
    Ok(target)
}

/// Writes a copy beside its place and renames it. Gives its size, and whether it is what was attached.
fn copy_out(store: &Store, row: &Row, target: &Path, job: &Job) -> Result<(u64, bool)> {
    let content = row.content();
    let missing = || Error::ContentMissing {
        name: row.name.clone(),
    };
    let source = store.open(&content.hash).ok_or_else(missing)?;
    if target.is_dir() {
        let shown = target.display();
        return Err(Error::invalid(format!(
            "{shown} is a folder. Name a file in it."
        )));
    }
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    if store.holds(target) || store.holds(folder) {
        return Err(Error::invalid(
            "A copy can't take the place of the workspace or of its files. Choose another name.",
        ));
    }
    let mut partial = new_file(folder)?;
    let mut meter = Meter::new(job, Stage::Copying, content.size);
    let copied = copy(source, partial.as_file_mut(), u64::MAX, &mut meter)?;
    partial.as_file().sync_all()?;
    partial.persist(target).map_err(|e| Error::Io(e.error))?;
    let size = copied.as_ref().map_or(0, |copied| copied.size);
    Ok((size, copied == Some(content)))
}

/// With the rights that a program's files have, rather than those of a temporary one.
fn new_file(folder: &Path) -> Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    Ok(builder.tempfile_in(folder)?)
}

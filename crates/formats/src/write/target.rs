//! The file that is to appear: written beside its place under another name, and moved there when it is complete.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::error::{FormatError, short_name};

/// A file in the making, removed again unless it is put in its place.
#[derive(Debug)]
pub(crate) struct Target {
    path: PathBuf,
    name: String,
    file: BufWriter<NamedTempFile>,
}

impl Target {
    /// Begins a file beside `path`, after checking that it could be put there.
    pub fn beside(path: &Path) -> Result<Self, FormatError> {
        let name = short_name(path);
        // A link is followed, so that the file that it points to is replaced and not the link.
        let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        check_existing(&path, &name)?;
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let file = begin(folder, &path).map_err(|e| FormatError::writing(&name, &e))?;
        Ok(Self {
            path,
            name,
            file: BufWriter::with_capacity(128 * 1024, file),
        })
    }

    /// The file's name without its folder.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The cause behind an error of writing this file.
    pub fn error(&self, error: &io::Error) -> FormatError {
        FormatError::writing(&self.name, error)
    }

    pub fn failed(&self, error: &dyn std::fmt::Display) -> FormatError {
        FormatError::WriteFailed {
            name: self.name.clone(),
            detail: error.to_string(),
        }
    }

    /// Puts the complete file in its place, and says how many bytes it has.
    pub fn finish(self) -> Result<u64, FormatError> {
        let Self { path, name, file } = self;
        let error = |e: &io::Error| FormatError::writing(&name, e);
        let temporary = file.into_inner().map_err(|e| error(e.error()))?;
        temporary.as_file().sync_all().map_err(|e| error(&e))?;
        let bytes = temporary.as_file().metadata().map_err(|e| error(&e))?.len();
        // On Windows the target cannot be replaced while a program has it open.
        temporary
            .persist(&path)
            .map_err(|e| replace_error(&name, &e.error))?;
        Ok(bytes)
    }
}

impl Write for Target {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        self.file.write(buf)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Writes a file that is there already in one piece. One of that name is replaced only by the whole of it.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<u64, FormatError> {
    let mut target = Target::beside(path)?;
    target.write_all(bytes).map_err(|e| target.error(&e))?;
    target.finish()
}

fn check_existing(path: &Path, name: &str) -> Result<(), FormatError> {
    let Ok(metadata) = std::fs::metadata(path) else {
        return Ok(());
    };
    let name = name.to_owned();
    if metadata.is_dir() {
        Err(FormatError::TargetIsFolder { name })
    } else if metadata.permissions().readonly() {
        Err(FormatError::TargetNoPermission { name })
    } else {
        Ok(())
    }
}

/// A temporary file is made for its owner alone; the finished one is to be as any new file, or as the one it replaces.
fn begin(folder: &Path, path: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".roster-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let file = builder.tempfile_in(folder)?;
    if let Ok(existing) = File::open(path).and_then(|file| file.metadata()) {
        file.as_file().set_permissions(existing.permissions())?;
    }
    Ok(file)
}

fn replace_error(name: &str, error: &io::Error) -> FormatError {
    match FormatError::writing(name, error) {
        FormatError::TargetNoPermission { name } if cfg!(windows) => {
            FormatError::TargetLocked { name }
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(folder: &Path) -> usize {
        std::fs::read_dir(folder).unwrap().count()
    }

    #[test]
    fn an_unfinished_file_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        std::fs::write(&path, "before").unwrap();
        let mut target = Target::beside(&path).unwrap();
        target.write_all(b"half").unwrap();
        drop(target);
        assert_eq!(std::fs::read(&path).unwrap(), b"before");
        assert_eq!(entries(folder.path()), 1);
    }

    #[test]
    fn a_finished_file_replaces_what_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        std::fs::write(&path, "before").unwrap();
        let mut target = Target::beside(&path).unwrap();
        target.write_all(b"after").unwrap();
        assert_eq!(target.finish(), Ok(5));
        assert_eq!(std::fs::read(&path).unwrap(), b"after");
        assert_eq!(entries(folder.path()), 1);
    }

    #[test]
    fn places_that_cannot_be_written_are_named() {
        let folder = tempfile::tempdir().unwrap();
        let code = |path: &Path| Target::beside(path).unwrap_err().code();
        assert_eq!(code(folder.path()), "target_is_folder");
        assert_eq!(
            code(&folder.path().join("gone/a.csv")),
            "target_folder_missing"
        );
        let locked = folder.path().join("locked.csv");
        std::fs::write(&locked, "a").unwrap();
        let mut permissions = std::fs::metadata(&locked).unwrap().permissions();
        permissions.set_readonly(true);
        std::fs::set_permissions(&locked, permissions).unwrap();
        assert_eq!(code(&locked), "target_no_permission");
    }

    #[cfg(unix)]
    #[test]
    fn a_full_disk_is_named() {
        let error = io::Error::from_raw_os_error(28);
        assert_eq!(FormatError::writing("a.csv", &error).code(), "disk_full");
    }
}

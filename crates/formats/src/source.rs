//! Where the bytes come from: a file on a disk, opened read-only each time, or bytes in memory.
//!
//! Also notices when a file changes between being opened and being read to its end.

use std::fs::{File, Metadata};
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

use crate::error::{FormatError, short_name};

/// What is to be read.
#[derive(Debug, Clone)]
pub enum Source {
    Path(PathBuf),
    /// Pasted rows or standard input; `name` is what messages call it.
    Bytes {
        name: String,
        bytes: Vec<u8>,
    },
}

/// A source that was found to be there and to hold something.
#[derive(Debug, Clone)]
pub(crate) struct Input {
    pub name: String,
    pub len: u64,
    origin: Origin,
}

#[derive(Debug, Clone)]
enum Origin {
    Path {
        path: PathBuf,
        modified: Option<SystemTime>,
    },
    Bytes(Arc<[u8]>),
}

impl Input {
    pub fn new(source: Source) -> Result<Self, FormatError> {
        let input = match source {
            Source::Path(path) => Self::from_path(path)?,
            Source::Bytes { name, bytes } => Self {
                name,
                len: bytes.len() as u64,
                origin: Origin::Bytes(bytes.into()),
            },
        };
        if input.len == 0 {
            return Err(FormatError::EmptyFile { name: input.name });
        }
        Ok(input)
    }

    fn from_path(path: PathBuf) -> Result<Self, FormatError> {
        let name = short_name(&path);
        let metadata = std::fs::metadata(&path).map_err(|e| FormatError::reading(&name, &e))?;
        if metadata.is_dir() {
            return Err(FormatError::IsFolder { name });
        }
        if !metadata.is_file() {
            return Err(FormatError::NotAFile { name });
        }
        Ok(Self {
            name,
            len: metadata.len(),
            origin: Origin::Path {
                modified: metadata.modified().ok(),
                path,
            },
        })
    }

    pub fn is_file(&self) -> bool {
        matches!(self.origin, Origin::Path { .. })
    }

    pub fn open(&self) -> Result<Handle, FormatError> {
        let stream = match &self.origin {
            Origin::Path { path, .. } => {
                Stream::File(File::open(path).map_err(|e| self.read_error(&e))?)
            }
            Origin::Bytes(bytes) => Stream::Bytes(Cursor::new(bytes.clone())),
        };
        Ok(Handle {
            stream,
            position: Arc::default(),
        })
    }

    /// Up to `limit` bytes from the start.
    pub fn head(&self, limit: u64) -> Result<Vec<u8>, FormatError> {
        let mut head = Vec::new();
        self.open()?
            .take(limit)
            .read_to_end(&mut head)
            .map_err(|e| self.read_error(&e))?;
        Ok(head)
    }

    pub fn read_error(&self, error: &io::Error) -> FormatError {
        FormatError::reading(&self.name, error)
    }

    /// Fails when the file is no longer the one that was opened.
    pub fn check_unchanged(&self) -> Result<(), FormatError> {
        let Origin::Path { path, modified } = &self.origin else {
            return Ok(());
        };
        let now = std::fs::metadata(path).map_err(|e| self.read_error(&e))?;
        if self.is_same(&now, *modified) {
            Ok(())
        } else {
            Err(FormatError::Changed {
                name: self.name.clone(),
            })
        }
    }

    fn is_same(&self, now: &Metadata, modified: Option<SystemTime>) -> bool {
        now.len() == self.len && now.modified().ok() == modified
    }
}

/// An open source, which tells how far it has been read.
#[derive(Debug)]
pub(crate) struct Handle {
    stream: Stream,
    position: Arc<AtomicU64>,
}

#[derive(Debug)]
enum Stream {
    File(File),
    Bytes(Cursor<Arc<[u8]>>),
}

/// How far a handle has been read, readable while something else owns the handle.
#[derive(Debug, Clone)]
pub(crate) struct Progress {
    position: Arc<AtomicU64>,
    len: f32,
}

impl Progress {
    /// From 0 to 1.
    pub fn fraction(&self) -> f32 {
        (self.position.load(Ordering::Relaxed) as f32 / self.len).min(1.0)
    }
}

impl Handle {
    pub fn progress(&self, len: u64) -> Progress {
        Progress {
            position: self.position.clone(),
            len: len.max(1) as f32,
        }
    }
}

impl Read for Handle {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let read = match &mut self.stream {
            Stream::File(file) => file.read(buf)?,
            Stream::Bytes(bytes) => bytes.read(buf)?,
        };
        self.position.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

impl Seek for Handle {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match &mut self.stream {
            Stream::File(file) => file.seek(to)?,
            Stream::Bytes(bytes) => bytes.seek(to)?,
        };
        self.position.store(at, Ordering::Relaxed);
        Ok(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(source: Source) -> &'static str {
        Input::new(source).unwrap_err().code()
    }

    #[test]
    fn what_is_not_a_filled_file_is_named() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(
            code(Source::Path(folder.path().to_owned())),
            "file_is_folder"
        );
        assert_eq!(
            code(Source::Path(folder.path().join("gone.csv"))),
            "file_not_found"
        );
        let empty = folder.path().join("empty.csv");
        std::fs::write(&empty, "").unwrap();
        assert_eq!(code(Source::Path(empty)), "empty_file");
    }

    #[test]
    fn a_change_of_the_file_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        std::fs::write(&path, "a,b\n").unwrap();
        let input = Input::new(Source::Path(path.clone())).unwrap();
        assert_eq!(input.check_unchanged(), Ok(()));
        std::fs::write(&path, "a,b\n1,2\n").unwrap();
        assert_eq!(
            input.check_unchanged().unwrap_err().code(),
            "changed_while_reading"
        );
        std::fs::remove_file(&path).unwrap();
        assert_eq!(
            input.check_unchanged().unwrap_err().code(),
            "file_not_found"
        );
    }
}

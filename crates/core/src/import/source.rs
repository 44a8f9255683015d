//! Opening what is to be imported, and noticing when it is no longer what was looked at.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use roster_formats::{ReadOptions, Source, Table};

use super::types::{Fingerprint, ImportSource};
use crate::error::{Error, Result};
use crate::guess;

/// Opens the table; the vocabulary of known headers helps to find the header row.
pub(crate) async fn open(source: &ImportSource, options: &ReadOptions) -> Result<Arc<Table>> {
    let (source, options) = (convert(source), options.clone());
    // Opening reads a good part of the file: not on the thread that answers calls.
    let opened = tokio::task::spawn_blocking(move || {
        roster_formats::open_with(source, &options, &guess::is_known_header)
    });
    let table = opened.await.map_err(|e| Error::Call {
        detail: e.to_string(),
    })??;
    Ok(Arc::new(table))
}

fn convert(source: &ImportSource) -> Source {
    match source {
        ImportSource::File { path } => Source::Path(PathBuf::from(path)),
        ImportSource::Text { text } => Source::Bytes {
            name: "Pasted rows".into(),
            bytes: text.clone().into_bytes(),
        },
        ImportSource::Bytes { name, bytes } => Source::Bytes {
            name: name.clone(),
            bytes: bytes.clone(),
        },
    }
}

/// Size and time of a file; none for pasted rows.
pub(super) fn fingerprint(source: &ImportSource) -> Option<Fingerprint> {
    let ImportSource::File { path } = source else {
        return None;
    };
    let metadata = Path::new(path).metadata().ok()?;
    let modified = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(Fingerprint {
        bytes: metadata.len(),
        modified: modified.as_millis() as i64,
    })
}

/// # Errors
/// `FileChanged` when the file is not as it was when `seen` was taken.
pub(super) fn expect(source: &ImportSource, seen: Option<&Fingerprint>) -> Result<()> {
    match seen {
        Some(seen) if fingerprint(source).as_ref() != Some(seen) => Err(Error::FileChanged),
        _ => Ok(()),
    }
}

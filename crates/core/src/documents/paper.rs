//! From the kept content of a document to its PDF.

use std::path::{Path, PathBuf};

use roster_formats::FormatError;
use roster_paper::{Bill, PaperError};

use super::types::Content;
use crate::error::{Error, Result};

/// The file to write.
///
/// # Errors
/// `Invalid` where it doesn't end with `.pdf`.
pub(crate) fn checked(path: &str) -> Result<PathBuf> {
    let path = Path::new(path);
    let ending = path.extension().map(|e| e.to_ascii_lowercase());
    if ending.as_deref() != Some("pdf".as_ref()) {
        let message = "A document is written as .pdf: give the name this ending.";
        return Err(Error::field("path", message));
    }
    Ok(path.to_owned())
}

pub(super) fn read(content: &str) -> Result<Content> {
    serde_json::from_str(content).map_err(|e| Error::DamagedWorkspace {
        detail: format!("a document: {e}"),
    })
}

pub(super) fn write(path: &Path, content: &str) -> Result<()> {
    write_together(path, vec![read(content)?])
}

/// Several papers as one file, each from a page of its own.
pub(crate) fn write_together(path: &Path, contents: Vec<Content>) -> Result<()> {
    let failed = |error: PaperError| {
        Error::from(FormatError::WriteFailed {
            name: "PDF".into(),
            detail: error.to_string(),
        })
    };
    let bills = contents.into_iter().map(bill).collect::<Vec<_>>();
    let pdf = Bill::together(&bills).map_err(failed)?;
    roster_formats::write_whole(path, &pdf)?;
    Ok(())
}

fn bill(content: Content) -> Bill {
    Bill {
        from_right: content.language == "he",
        title: content.title,
        head: content.head,
        to: content.to,
        facts: content.facts,
        columns: content.columns,
        lines: content.lines,
        totals: content.totals,
        text: content.text,
        foot: content.foot,
    }
}

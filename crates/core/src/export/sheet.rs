//! A spreadsheet being written on a thread of its own, rows as texts.

use std::path::{Path, PathBuf};

use roster_formats::{FormatError, OutCell, OutColumn, OutFormat};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use super::columns::cell_of;
use crate::error::{Error, Result};

type Rows = Vec<Vec<String>>;

/// Dropped before [`Sheet::end`], it leaves nothing behind, and a file that was there before stays as it was.
pub(crate) struct Sheet {
    sender: mpsc::Sender<Message>,
    writing: JoinHandle<Result<(), FormatError>>,
}

enum Message {
    Rows(Rows),
    End,
}

impl Sheet {
    pub fn begin(path: PathBuf, format: OutFormat, columns: Vec<OutColumn>) -> Self {
        let (sender, messages) = mpsc::channel(2);
        let writing = tokio::task::spawn_blocking(move || write(&path, format, &columns, messages));
        Self { sender, writing }
    }

    /// Adds rows. A writer that has stopped says why at the end; until then nothing more needs to be made for it.
    pub async fn add(&self, rows: Rows) -> bool {
        self.sender.send(Message::Rows(rows)).await.is_ok()
    }

    /// Completes the file.
    pub async fn end(self) -> Result<()> {
        let _ = self.sender.send(Message::End).await;
        let written = self.writing.await;
        Ok(written.map_err(|e| Error::Call {
            detail: e.to_string(),
        })??)
    }

    /// Gives the file up and waits until nothing is left of it.
    pub async fn abandon(self) {
        drop(self.sender);
        let _ = self.writing.await;
    }
}

/// The format of a spreadsheet by what was asked for, or the name's ending.
///
/// # Errors
/// `Invalid` for anything but xlsx and csv.
pub(crate) fn format_of(path: &str, asked: Option<&str>) -> Result<OutFormat> {
    let ending = Path::new(path)
        .extension()
        .map(|e| e.to_string_lossy().into_owned());
    let format = asked
        .map(str::to_owned)
        .or(ending)
        .unwrap_or_default()
        .to_lowercase();
    match format.as_str() {
        "xlsx" => Ok(OutFormat::Xlsx),
        "csv" => Ok(OutFormat::CSV),
        _ => Err(Error::field(
            "path",
            "A list can be written as .xlsx or .csv: give the name one of these endings.",
        )),
    }
}

/// Writes what comes; finishes the file only when the end was announced.
fn write(
    path: &Path,
    format: OutFormat,
    columns: &[OutColumn],
    mut messages: mpsc::Receiver<Message>,
) -> Result<(), FormatError> {
    let mut writer = roster_formats::create(path, format, columns)?;
    while let Some(message) = messages.blocking_recv() {
        let Message::Rows(rows) = message else {
            writer.finish()?;
            return Ok(());
        };
        for row in rows {
            let cells: Vec<OutCell> = columns
                .iter()
                .zip(&row)
                .map(|(c, text)| cell_of(c.kind, text))
                .collect();
            writer.row(&cells)?;
        }
    }
    Ok(())
}

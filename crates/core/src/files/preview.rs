//! What of a file can be shown without another program: a picture, scaled, or the beginning of a text.

use std::io::Read;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::kind;
use super::list::row;
use super::store::Store;
use super::types::{FileKind, FilePreview, FileState};
use crate::contacts::ById;
use crate::error::Result;
use crate::pictures;
use crate::workspace::Workspace;

/// Width and height: sharp in the panel of a profile.
const PIXELS: u32 = 1200;
/// Some screens of text.
const TEXT_BYTES: usize = 32 * 1024;

/// The preview of a file; none where its kind has none, or its content isn't what was attached.
///
/// # Errors
/// `NotFound`.
pub async fn preview(ws: &Workspace, input: &ById) -> Result<FilePreview> {
    let row = row(&mut *ws.read().await?, input.id).await?;
    let store = Store::of(ws.path());
    let is_there = matches!(
        store.look(&row.content()),
        FileState::Whole | FileState::Touched
    );
    let Some(content) = store.open(&row.hash).filter(|_| is_there) else {
        return Ok(FilePreview::None);
    };
    let show = match kind::of(&row.name) {
        FileKind::Picture => picture,
        FileKind::Text => text,
        FileKind::Spreadsheet if row.name.ends_with("sv") => text,
        _ => return Ok(FilePreview::None),
    };
    // A decoder that a hostile file breaks gives no preview.
    let shown = tokio::task::spawn_blocking(move || show(content)).await;
    Ok(shown.ok().flatten().unwrap_or(FilePreview::None))
}

fn picture(content: Box<dyn Read + Send>) -> Option<FilePreview> {
    let jpeg = pictures::scaled(content, PIXELS).ok()?;
    Some(FilePreview::Picture {
        data: format!("data:image/jpeg;base64,{}", STANDARD.encode(jpeg)),
    })
}

fn text(content: Box<dyn Read + Send>) -> Option<FilePreview> {
    let mut head = Vec::new();
    content
        .take(TEXT_BYTES as u64 + 1)
        .read_to_end(&mut head)
        .ok()?;
    let more = head.len() > TEXT_BYTES;
    if more {
        // At the end of a line, so that no character is cut in two.
        let end = head[..TEXT_BYTES].iter().rposition(|byte| *byte == b'\n');
        head.truncate(end.unwrap_or(TEXT_BYTES));
    }
    let text = roster_formats::beginning(&head)?;
    Some(FilePreview::Text { text, more })
}

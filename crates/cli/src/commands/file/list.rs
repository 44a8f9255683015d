//! `roster contact files` and `roster org files`: the list.

use roster_core::files::{self, AttachedFile, FileOwner, FileState, Files, FilesRequest};

use crate::commands::Context;
use crate::failure::Result;
use crate::table::{count, counted, table};

pub async fn list(context: &mut Context<'_, '_>, owner: FileOwner) -> Result<()> {
    let work = async |ws: &_| Ok(files::list(ws, &FilesRequest { owner }).await?);
    let files = crate::workspace::existing(context.global, work).await?;
    context.out.answer(&files, || text(&files))
}

fn text(listed: &Files) -> String {
    if listed.files.is_empty() {
        return "No files.\n".into();
    }
    let total = counted(listed.total, "file", "files");
    format!("{}{total}\n", rows(&listed.files))
}

pub fn rows(files: &[AttachedFile]) -> String {
    let rows = files.iter().map(|file| {
        [
            file.id.to_string(),
            file.name.clone(),
            count(file.size),
            file.added.clone(),
            file.by.clone().unwrap_or_default(),
            state(file.state).to_owned(),
        ]
    });
    table(["Id", "Name", "Bytes", "Added", "By", ""], rows)
}

fn state(state: FileState) -> &'static str {
    match state {
        FileState::Whole => "",
        FileState::Missing => "missing",
        FileState::Changed => "changed since it was attached",
        FileState::Touched => "perhaps changed: roster file verify",
    }
}

//! `roster preview`: how a file would be read, writing nothing.

use std::path::PathBuf;

use clap::Args;
use roster_core::import::{self, Preview, PreviewRequest};

use super::Context;
use crate::failure::Result;
use crate::reading::{Reading, source};
use crate::table::{counted, grid, table};
use crate::words;

/// Show how a file would be read: what was detected, the proposed fields, the first rows.
#[derive(Debug, Args)]
pub struct PreviewFile {
    /// The file, or - for standard input.
    file: PathBuf,
    #[command(flatten)]
    reading: Reading,
    /// Read the header as a program's export, such as outlook-desktop:de, or as none; as recognized unless told.
    #[arg(long, value_name = "NAME[:LOCALE]|none")]
    dialect: Option<String>,
    /// Show the columns as this named mapping takes them.
    #[arg(long, value_name = "NAME")]
    mapping: Option<String>,
    /// How many rows to show; 20 unless told.
    #[arg(long, value_name = "N")]
    rows: Option<u32>,
    /// Show every row.
    #[arg(long, conflicts_with = "rows")]
    all: bool,
    /// Show the sheet as read, preamble and header too; every row, unless --rows says how many.
    #[arg(long)]
    raw: bool,
}

impl PreviewFile {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let every_row = self.all || (self.raw && self.rows.is_none());
        let request = PreviewRequest {
            source: source(&self.file, context.stdin)?,
            options: self.reading.options(),
            rows: (!every_row).then(|| self.rows.unwrap_or(20)),
            raw: self.raw,
            dialect: self.dialect,
            named: self.mapping,
        };
        let job = context.job;
        let work = async |ws: &_| Ok(import::preview(ws, request, job).await?);
        let preview = crate::workspace::looking(context.global, work).await?;
        context.out.answer(&preview, || text(&preview))
    }
}

fn text(preview: &Preview) -> String {
    let shown = counted(preview.rows.len() as u64, "row", "rows");
    format!(
        "{}{}{shown} shown\n{}",
        detected(preview),
        columns(preview),
        grid(&preview.rows)
    )
}

fn detected(preview: &Preview) -> String {
    let mut parts = vec![preview.format.clone()];
    parts.extend(
        preview
            .sheet
            .as_ref()
            .map(|s| format!("sheet \"{s}\" of {}", preview.sheets.len())),
    );
    parts.extend(preview.encoding.clone());
    parts.extend(
        preview
            .delimiter
            .as_ref()
            .map(|d| format!("delimiter {d:?}")),
    );
    parts.push(
        preview
            .header_row
            .map_or("no header".into(), |row| format!("header in row {row}")),
    );
    format!(
        "{}: {}\n{}",
        preview.file,
        parts.join(", "),
        words::dialect(preview.dialect.as_ref())
    ) + &garbled(preview)
}

fn garbled(preview: &Preview) -> String {
    let Some(garbled) = preview.garbled.as_ref() else {
        return String::new();
    };
    let sample = garbled.samples.first();
    let sample = sample.map_or(String::new(), |s| {
        format!(" ({} for {})", s.before, s.after)
    });
    match garbled.repaired {
        true => format!("Text that was read in a wrong encoding is repaired{sample}\n"),
        false => format!("Text was once read in a wrong encoding{sample}: --repair-text yes\n"),
    }
}

fn columns(preview: &Preview) -> String {
    let rows = preview.columns.iter().map(|column| {
        [
            column.position.to_string(),
            column.column.clone(),
            column.field.clone().unwrap_or_else(|| "-".into()),
            column
                .field
                .as_ref()
                .map(|_| format!("{:.0} %", column.confidence * 100.0))
                .unwrap_or_default(),
            column
                .samples
                .iter()
                .take(3)
                .cloned()
                .collect::<Vec<_>>()
                .join(" · "),
        ]
    });
    table(["#", "Column", "Field", "Sure", "Samples"], rows)
}

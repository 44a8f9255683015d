//! A file to fill in, and sample data to try Roster with.

use std::path::Path;

use roster_formats::{OutCell, OutColumn, OutKind};

use super::rejects::format_of;
use super::run::run_as;
use super::types::{ExampleRequest, ExampleSaved, ImportReport, ImportRequest, ImportSource};
use crate::error::{Error, Result};
use crate::operations::Operation;
use crate::progress::Job;
use crate::workspace::Workspace;

/// Invented people and organizations; the names of the columns are Roster's own.
const SAMPLE: &str = include_str!("sample.csv");

const EXAMPLE: [[&str; 11]; 3] = [
    [
        "First name",
        "Last name",
        "Organization",
        "Job title",
        "E-mail",
        "Phone, mobile",
        "Street",
        "Postcode",
        "City",
        "Country",
        "Groups",
    ],
    [
        "Noa",
        "Levi",
        "Blue Harbour Ltd",
        "CFO",
        "noa@blueharbour.example",
        "+972 50 123 4567",
        "Herzl 12",
        "33031",
        "Haifa",
        "Israel",
        "Board, Newsletter",
    ],
    [
        "Käthe",
        "Größer",
        "Bäckerei Süß",
        "",
        "kaethe@suess.example",
        "+49 151 23456789",
        "Hauptstraße 1",
        "01067",
        "Dresden",
        "Germany",
        "Newsletter",
    ],
];

/// Saves an example file to fill in, xlsx or csv by its name's ending.
pub async fn save_example(request: &ExampleRequest) -> Result<ExampleSaved> {
    let path = request.path.clone();
    let written = tokio::task::spawn_blocking(move || write_example(Path::new(&path)));
    written.await.map_err(|e| Error::Call {
        detail: e.to_string(),
    })??;
    Ok(ExampleSaved {
        file: request.path.clone(),
    })
}

fn write_example(path: &Path) -> Result<()> {
    let [titles, rows @ ..] = EXAMPLE;
    let columns: Vec<OutColumn> = titles
        .iter()
        .map(|title| OutColumn {
            title: (*title).to_owned(),
            kind: OutKind::Text,
            width_hint: None,
        })
        .collect();
    let mut writer = roster_formats::create(path, format_of(path)?, &columns)?;
    for row in rows {
        writer.row(&row.map(OutCell::Text))?;
    }
    writer.finish()?;
    Ok(())
}

/// Imports the sample data as a batch that can be undone.
pub async fn sample_data(ws: &Workspace, job: &Job) -> Result<ImportReport> {
    let request = ImportRequest::new(ImportSource::Bytes {
        name: "Sample data".into(),
        bytes: SAMPLE.into(),
    });
    run_as(ws, request, job, Operation::SampleData).await
}

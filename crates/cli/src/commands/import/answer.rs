//! The answer of `import`: one file's report as it is; several files' reports with their sums.

use std::collections::BTreeMap;

use roster_core::import::ImportReport;
use serde::Serialize;

/// The counts on top are those of all files; `files` is there only when there are several.
#[derive(Debug, Serialize)]
pub struct Answer {
    #[serde(flatten)]
    pub total: ImportReport,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<ImportReport>,
}

/// The reports of the files in their order, of which there is at least one.
pub fn of(mut files: Vec<ImportReport>) -> Answer {
    for report in &mut files {
        // The window shows the first rows of each outcome; here the counts and the rejected rows' file serve.
        report.samples.clear();
    }
    let mut total = files[0].clone();
    for report in &files[1..] {
        add(&mut total, report);
    }
    let files = if files.len() > 1 { files } else { Vec::new() };
    Answer { total, files }
}

/// What is no number stays that of the first file, but for the batch, which becomes the last one.
fn add(total: &mut ImportReport, report: &ImportReport) {
    total.batch = report.batch.or(total.batch);
    total.file = format!("{}, {}", total.file, report.file);
    total.rows += report.rows;
    total.created += report.created;
    total.updated += report.updated;
    total.unchanged += report.unchanged;
    total.duplicates += report.duplicates;
    total.rejected += report.rejected;
    total.opted_out += report.opted_out;
    total.similar += report.similar;
    total.left_out_values += report.left_out_values;
    total.seconds += report.seconds;
    add_counts(&mut total.reasons, &report.reasons);
    add_counts(&mut total.kept_as_notes, &report.kept_as_notes);
    add_counts(&mut total.repaired, &report.repaired);
}

fn add_counts(total: &mut BTreeMap<String, u64>, more: &BTreeMap<String, u64>) {
    for (code, count) in more {
        *total.entry(code.clone()).or_default() += count;
    }
}

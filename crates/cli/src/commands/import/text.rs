//! The answer of `import` for people.

use std::collections::BTreeMap;
use std::fmt::Write;

use roster_core::import::{ImportReport, ReportColumn};

use super::answer::Answer;
use crate::table::{count, counted, table};
use crate::words;

pub fn text(answer: &Answer) -> String {
    if answer.files.is_empty() {
        return one_file(&answer.total);
    }
    let files: String = answer
        .files
        .iter()
        .map(|report| format!("{}\n", one_file(report)))
        .collect();
    let total = counted(answer.total.rows, "row", "rows");
    format!("{files}Together {total}: {}.\n", outcomes(&answer.total))
}

fn one_file(report: &ImportReport) -> String {
    let rows = counted(report.rows, "row", "rows");
    let dialect = words::dialect(report.dialect.as_ref());
    let mut text = format!("{}\n{dialect}{}", report.file, columns(&report.mapping));
    let _ = writeln!(text, "{rows}: {}.", outcomes(report));
    line(&mut text, "Rejected", &report.reasons);
    line(
        &mut text,
        "Kept as notes, not understood",
        &report.kept_as_notes,
    );
    line(&mut text, "Repaired", &report.repaired);
    if report.similar > 0 {
        let new = counted(report.similar, "new contact looks", "new contacts look");
        let _ = writeln!(
            text,
            "{new} like somebody who was there: compare them in the history of imports."
        );
    }
    if report.left_out_values > 0 {
        let values = counted(report.left_out_values, "value", "values");
        let _ = writeln!(text, "Left out as asked: {values}.");
    }
    if report.opted_out > 0 {
        let _ = writeln!(text, "Newly opted out: {}.", count(report.opted_out));
    }
    if let Some(file) = &report.rejects_file {
        let _ = writeln!(
            text,
            "The rejected rows are in {file}: mend them there and import that file."
        );
    }
    let _ = match report.batch {
        Some(batch) => writeln!(
            text,
            "Batch {batch} in {:.1} s; `roster undo {batch}` takes it back.",
            report.seconds
        ),
        None => writeln!(text, "Nothing was written."),
    };
    text
}

fn outcomes(report: &ImportReport) -> String {
    let counts = [
        ("new", report.created),
        ("updated", report.updated),
        ("unchanged", report.unchanged),
        ("duplicates", report.duplicates),
        ("rejected", report.rejected),
    ];
    counts
        .map(|(what, number)| format!("{} {what}", count(number)))
        .join(", ")
}

fn columns(mapping: &[ReportColumn]) -> String {
    let rows = mapping.iter().map(|column| {
        let (field, sure) = match column.field.as_str() {
            "ignore" => ("left out", String::new()),
            field => (field, format!("{:.0} %", column.confidence * 100.0)),
        };
        [
            column.position.to_string(),
            column.column.clone(),
            field.to_owned(),
            sure,
        ]
    });
    table(["#", "Column", "Field", "Sure"], rows)
}

fn line(text: &mut String, what: &str, counts: &BTreeMap<String, u64>) {
    if counts.is_empty() {
        return;
    }
    let told: Vec<String> = counts
        .iter()
        .map(|(code, number)| format!("{} {}", count(*number), words::reason(code)))
        .collect();
    let _ = writeln!(text, "{what}: {}.", told.join(", "));
}

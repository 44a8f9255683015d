//! Counting rows and keeping the first of each outcome for the window.

use std::collections::BTreeMap;
use std::time::Instant;

use roster_formats::Table;

use super::account::Account;
use super::draft::Draft;
use super::plan::Plan;
use super::types::{ImportReport, ImportRequest, Mode, Outcome, Problem, ReportColumn, RowOutcome};
use crate::error::{Error, Result};

/// How many rows of each outcome are kept to be opened.
pub(super) const SAMPLES: usize = 500;

/// The report as it grows.
pub(super) struct Counter {
    pub report: ImportReport,
    pub account: Account,
    /// Contacts that were there and that rows meant.
    pub known: Vec<i64>,
    kept: BTreeMap<Outcome, usize>,
    /// The last row that is kept to be opened.
    last_kept: u32,
    started: Instant,
}

impl Counter {
    pub fn new(table: &Table, plan: &Plan, request: &ImportRequest) -> Self {
        let mapping = plan.in_file().enumerate().map(|(i, column)| ReportColumn {
            column: column.header.clone(),
            position: i as u32 + 1,
            field: column.field.clone(),
            confidence: column.confidence,
            values: None,
        });
        let report = ImportReport {
            batch: None,
            mode: request.mode,
            file: table.name.clone(),
            format: table.format.name().to_owned(),
            sheet: table.sheet.clone(),
            encoding: table.encoding.map(str::to_owned),
            delimiter: table.delimiter.map(String::from),
            dialect: plan.dialect.clone(),
            mapping: mapping.collect(),
            rows: 0,
            created: 0,
            updated: 0,
            unchanged: 0,
            duplicates: 0,
            rejected: 0,
            reasons: BTreeMap::new(),
            kept_as_notes: BTreeMap::new(),
            repaired: BTreeMap::new(),
            left_out_values: 0,
            similar: 0,
            opted_out: 0,
            rejects_file: None,
            seconds: 0.0,
            samples: Vec::new(),
        };
        Self {
            report,
            account: Account::new(plan, request.mode),
            known: Vec::new(),
            kept: BTreeMap::new(),
            last_kept: 0,
            started: Instant::now(),
        }
    }

    /// Counts a row that was read: once for each, whatever becomes of it.
    pub fn count(&mut self, outcome: Outcome, draft: &Draft) {
        let (problems, repaired) = (&draft.problems, &draft.repaired);
        self.account.count(outcome, draft);
        let report = &mut self.report;
        report.rows += 1;
        *match outcome {
            Outcome::Created => &mut report.created,
            Outcome::Updated => &mut report.updated,
            Outcome::Unchanged => &mut report.unchanged,
            Outcome::Duplicate => &mut report.duplicates,
            Outcome::Rejected => &mut report.rejected,
        } += 1;
        if outcome == Outcome::Rejected {
            let reason = problems
                .first()
                .map_or("no_contact_point", |p| p.code.as_str());
            *report.reasons.entry(reason.to_owned()).or_default() += 1;
            return;
        }
        report.left_out_values += u64::from(draft.left_out);
        for kind in repaired {
            *report.repaired.entry((*kind).to_owned()).or_default() += 1;
        }
        self.count_notes(problems);
    }

    /// Counts what a row that is counted already says otherwise, and tells it with the row.
    pub fn differs(&mut self, row: u32, problems: &[Problem]) {
        self.note(problems);
        let mut samples = self.report.samples.iter_mut();
        if let (false, Some(sample)) = (
            problems.is_empty() || row > self.last_kept,
            samples.find(|sample| sample.row == row),
        ) {
            sample.problems.extend_from_slice(problems);
        }
    }

    /// Counts what is kept as notes beside what the row said.
    pub fn note(&mut self, problems: &[Problem]) {
        self.account.note(problems);
        self.count_notes(problems);
    }

    fn count_notes(&mut self, problems: &[Problem]) {
        if self.report.mode == Mode::OptOut {
            return;
        }
        for problem in problems {
            let kept = self.report.kept_as_notes.entry(problem.code.clone());
            *kept.or_default() += 1;
        }
    }

    /// Keeps the row to be opened, if it is among the first of its outcome.
    pub fn keep(&mut self, outcome: Outcome, draft: &Draft, contact: Option<i64>) {
        let kept = self.kept.entry(outcome).or_default();
        if *kept >= SAMPLES {
            return;
        }
        *kept += 1;
        self.last_kept = self.last_kept.max(draft.row);
        self.report.samples.push(RowOutcome {
            row: draft.row,
            outcome,
            cells: draft.cells.to_vec(),
            contact,
            problems: draft.problems.clone(),
        });
    }

    /// # Errors
    /// `NoRows` when the file held nothing under its header.
    pub fn expect_rows(&self) -> Result<()> {
        match self.report.rows {
            0 => Err(Error::NoRows {
                file: self.report.file.clone(),
            }),
            _ => Ok(()),
        }
    }

    pub fn finish(mut self, batch: Option<i64>, plan: &Plan) -> ImportReport {
        let counts = self.account.finish(plan);
        if self.report.mode == Mode::OptOut {
            self.report.left_out_values = counts.iter().map(|count| count.left_out).sum();
        }
        for (column, values) in self.report.mapping.iter_mut().zip(counts) {
            column.values = Some(values);
        }
        self.report.batch = batch;
        self.report.seconds = (self.started.elapsed().as_secs_f64() * 1000.0).round() / 1000.0;
        self.report.samples.sort_by_key(|sample| sample.row);
        self.report
    }
}

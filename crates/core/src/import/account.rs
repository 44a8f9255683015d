//! What becomes of the values of each column, so that a report can say of every one where it is. Counted by position,
//! without memory of its own for a row.

use super::cells::Cells;
use super::draft::Draft;
use super::plan::Plan;
use super::types::{Mode, Outcome, Problem, ValueCounts};
use crate::fields::Target;
use crate::points::Kind;

/// The counts of a file as they grow.
pub(super) struct Account {
    columns: Vec<ValueCounts>,
    /// Columns that say which kind of value stands in others, and these.
    labels: Vec<(usize, Vec<usize>)>,
    mode: Mode,
}

impl Account {
    pub fn new(plan: &Plan, mode: Mode) -> Self {
        let mut labels: Vec<(usize, Vec<usize>)> = Vec::new();
        for (at, label) in plan
            .columns
            .iter()
            .enumerate()
            .filter_map(|(i, c)| Some((i, c.labelled_by?)))
        {
            match labels.iter_mut().find(|(own, _)| *own == label) {
                Some((_, labelled)) => labelled.push(at),
                None => labels.push((label, vec![at])),
            }
        }
        Self {
            columns: vec![ValueCounts::default(); plan.columns.len()],
            labels,
            mode,
        }
    }

    /// Counts the values of a row, whatever becomes of it.
    pub fn count(&mut self, outcome: Outcome, draft: &Draft) {
        let is_rejected = outcome == Outcome::Rejected;
        for (count, _) in self
            .columns
            .iter_mut()
            .zip(draft.cells.filled())
            .filter(|(_, filled)| *filled)
        {
            count.given += 1;
            count.rejected += u64::from(is_rejected);
        }
        if is_rejected {
            return;
        }
        self.note(&draft.problems);
        for position in &draft.left_out_cells {
            let is_noted = of_column(&draft.problems, *position);
            self.columns[*position as usize].left_out += u64::from(!is_noted);
        }
        for (label, labelled) in &self.labels {
            let is_alone = draft.cells.is_filled(*label)
                && !labelled.iter().any(|i| draft.cells.is_filled(*i));
            self.columns[*label].left_out += u64::from(is_alone);
        }
    }

    /// Counts the cells that could not be used, each once: they are kept as notes, but of a list of opt-outs, which
    /// makes no contact that could have any.
    pub fn note(&mut self, problems: &[Problem]) {
        for (at, problem) in problems.iter().enumerate() {
            let Some(position) = problem.position.filter(|p| *p > 0) else {
                continue;
            };
            if let (false, Some(count)) = (
                of_column(&problems[..at], position - 1),
                self.columns.get_mut(position as usize - 1),
            ) {
                *match self.mode {
                    Mode::OptOut => &mut count.left_out,
                    _ => &mut count.noted,
                } += 1;
            }
        }
    }

    /// Counts the cells that gave way to what the contact holds.
    pub fn give_way(&mut self, draft: &Draft, positions: &[usize]) {
        for position in positions {
            if !of_column(&draft.problems, *position as u32) && draft.cells.is_filled(*position) {
                self.columns[*position].kept_existing += 1;
            }
        }
    }

    /// Counts a row whose contact stays as it is.
    pub fn give_way_all(&mut self, draft: &Draft) {
        let all: Vec<usize> = (0..self.columns.len()).collect();
        self.give_way(draft, &all);
    }

    /// The counts of each column of the file.
    pub fn finish(mut self, plan: &Plan) -> Vec<ValueCounts> {
        let is_label = |i: usize| plan.columns.iter().any(|c| c.labelled_by == Some(i));
        for (i, count) in self.columns.iter_mut().enumerate() {
            let column = &plan.columns[i];
            let is_used = match self.mode {
                Mode::OptOut => matches!(
                    &column.target,
                    Some(Target::Point(field)) if field.kind == Kind::Email || field.kind == Kind::Phone
                ),
                _ => {
                    column.target.is_some()
                        || column.new_field.is_some()
                        || column.by_label.is_some()
                        || is_label(i)
                }
            };
            let says_why = plan.everyone_out.as_ref().is_some_and(|out| out.reads(i));
            if !is_used && !says_why {
                *count = ValueCounts {
                    given: count.given,
                    rejected: count.rejected,
                    ignored: count.given - count.rejected,
                    ..ValueCounts::default()
                };
            }
            count.stored = count.given.saturating_sub(count.reported());
        }
        self.columns
    }
}

fn of_column(problems: &[Problem], position: u32) -> bool {
    problems.iter().any(|p| p.position == Some(position + 1))
}

impl Cells {
    fn is_filled(&self, at: usize) -> bool {
        self.text_at(at).is_some_and(|text| !text.trim().is_empty())
    }
}

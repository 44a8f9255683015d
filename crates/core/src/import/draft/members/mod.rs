//! What a row says of a member: its cells are gathered by membership, and made into terms once all are read. An import
//! makes no orders: a term is only what was agreed, from a day to a day.
//!
//! Where the row tells no days, the term that runs today is meant; where it tells one of two, the type's rule gives the
//! other. What can't be made a term is kept as notes, each cell with its reason.

mod days;
mod terms;
mod troubles;
mod types;

use chrono::NaiveDate;

use super::super::few::Few;
use super::super::plan::Plan;
use super::super::types::{Problem, Update};
use super::Draft;
use super::read::{Value, date_of, invalid_date, problem};
use crate::fields::MemberPart;
use crate::memberships::{ActKind, history};
use terms::{of_type, take_line};
use troubles::{lost, no_type, unknown_type};
pub(in crate::import) use types::Joining;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct DraftTerm {
    pub type_id: i64,
    pub tier: Option<i64>,
    pub start: NaiveDate,
    pub end: Option<NaiveDate>,
    pub issues: Option<u32>,
    pub reason: Option<String>,
    /// The row tells no day of it.
    pub is_supposed: bool,
    /// The policy of its columns.
    pub update: Update,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct DraftAct {
    pub type_id: i64,
    pub kind: ActKind,
    pub on: NaiveDate,
    pub reason: Option<String>,
}

/// Who pays, as the file says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct DraftPayer {
    pub type_id: i64,
    pub text: String,
    pub update: Update,
    /// What is said where nobody is called so.
    pub unknown: Problem,
}

#[derive(Debug, Clone, Default)]
pub(in crate::import) struct DraftMember {
    pub number: Option<String>,
    pub joined: Option<NaiveDate>,
    pub terms: Vec<DraftTerm>,
    pub acts: Vec<DraftAct>,
    pub payers: Vec<DraftPayer>,
    /// Until the row is read.
    cells: Few<usize, Cells>,
    history: Vec<history::Line>,
}

/// What a row says of one membership.
#[derive(Debug, Clone, Default)]
struct Cells {
    type_name: Option<String>,
    tier: Option<String>,
    start: Option<NaiveDate>,
    end: Option<NaiveDate>,
    paid_until: Option<NaiveDate>,
    payer: Option<String>,
    update: Update,
    /// Each cell as a problem to be, should nothing come of it.
    given: Vec<(MemberPart, Problem)>,
}

impl DraftMember {
    /// Takes what another row of the same contact says.
    pub fn absorb(&mut self, other: Self) {
        self.number = self.number.take().or(other.number);
        self.joined = self.joined.or(other.joined);
        for term in other.terms {
            if !self.terms.contains(&term) {
                self.terms.push(term);
            }
        }
        for act in other.acts {
            if !self.acts.contains(&act) {
                self.acts.push(act);
            }
        }
        self.payers.extend(other.payers);
    }
}

/// Reads a cell.
pub(super) fn read(draft: &mut Draft, value: &Value, part: MemberPart) {
    let text = || Some(value.text.to_owned());
    let mut member = draft.member.take().unwrap_or_default();
    let day = match part {
        MemberPart::Joined | MemberPart::Start | MemberPart::End | MemberPart::PaidUntil => {
            whole_day(draft, value)
        }
        _ => None,
    };
    match part {
        MemberPart::Number => member.number = text(),
        MemberPart::Joined => member.joined = day,
        MemberPart::History => match history::read(value.text) {
            Some(lines) => member.history.extend(lines),
            None => draft.problems.push(problem(
                value,
                "invalid_membership",
                "Not a membership history",
                "Write a line for each: Annual,term,2025-01-01,2025-12-31,Adult",
            )),
        },
        part => {
            let cells = member.cells.entry(value.column.nth, Cells::default);
            cells.update = value.column.update;
            let of_cell = problem(value, "", "", "");
            cells.given.push((part, of_cell));
            match part {
                MemberPart::Type => cells.type_name = text(),
                MemberPart::Tier => cells.tier = text(),
                MemberPart::Payer => cells.payer = text(),
                MemberPart::Start => cells.start = day,
                MemberPart::End => cells.end = day,
                _ => cells.paid_until = day,
            }
            if day.is_none()
                && !matches!(
                    part,
                    MemberPart::Type | MemberPart::Tier | MemberPart::Payer
                )
            {
                cells.given.pop();
            }
        }
    }
    draft.member = Some(member);
}

/// A day with its year; anything else is kept as a note.
fn whole_day(draft: &mut Draft, value: &Value) -> Option<NaiveDate> {
    let read = date_of(draft, value)?;
    let day = read.parse().ok();
    if day.is_none() {
        draft.problems.push(invalid_date(value));
    }
    day
}

/// Makes terms of what was gathered.
pub(super) fn complete(plan: &Plan, draft: &mut Draft) {
    let (Some(mut member), Some(joining)) = (draft.member.take(), plan.joining.as_deref()) else {
        return;
    };
    let problems = &mut draft.problems;
    for line in std::mem::take(&mut member.history) {
        let Some(of) = joining.named(&line.type_name) else {
            problems.push(Problem {
                value: Some(line.to_string()),
                column: Some("membership_history".to_owned()),
                ..unknown_type()
            });
            continue;
        };
        take_line(&mut member, of, line);
    }
    for (_, cells) in std::mem::take(&mut member.cells) {
        let of = match &cells.type_name {
            Some(name) => joining.named(name).ok_or_else(unknown_type),
            None => joining.only().ok_or_else(no_type),
        };
        match of {
            Ok(of) => of_type(&mut member, of, cells, joining.today, problems),
            Err(trouble) => problems.extend(lost(cells, &trouble)),
        }
    }
    draft.member = Some(member);
}

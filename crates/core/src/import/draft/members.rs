//! What a row says of a member: its cells are gathered by membership, and made into terms once all are read. An import
//! makes no orders: a term is only what was agreed, from a day to a day.
//!
//! Where the row tells no days, the term that runs today is meant; where it tells one of two, the type's rule gives the
//! other. What can't be made a term is kept as notes, each cell with its reason.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::super::few::Few;
use super::super::plan::Plan;
use super::super::types::{Problem, Update};
use super::Draft;
use super::read::{Value, date_of, invalid_date, problem};
use crate::fields::MemberPart;
use crate::groups::folded;
use crate::membership_types::MembershipType;
use crate::memberships::{ActKind, Rule, history};

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

/// The membership types, and the day from which a term without days is reckoned.
#[derive(Debug)]
pub(in crate::import) struct Joining {
    /// With their folded names.
    types: Vec<(String, MembershipType)>,
    pub today: NaiveDate,
}

impl Joining {
    pub fn new(types: Vec<MembershipType>, today: NaiveDate) -> Self {
        let types = types.into_iter().map(|of| (folded(&of.name), of));
        Self {
            types: types.collect(),
            today,
        }
    }

    pub fn named(&self, name: &str) -> Option<&MembershipType> {
        let name = folded(name);
        let found = self.types.iter().find(|(own, _)| *own == name);
        found.map(|(_, of)| of)
    }

    /// What the cells of such a column may be.
    pub fn names(&self, part: MemberPart) -> Vec<&str> {
        let types = self.types.iter().map(|(_, of)| of);
        match part {
            MemberPart::Type => types.map(|of| of.name.as_str()).collect(),
            _ => {
                let tiers = types.flat_map(|of| &of.tiers);
                let mut names: Vec<&str> = tiers.map(|tier| tier.name.as_str()).collect();
                names.sort_unstable();
                names.dedup();
                names
            }
        }
    }

    /// The one of them that a cell means.
    pub fn known(&self, part: MemberPart, text: &str) -> Option<String> {
        let text = folded(text);
        let mut names = self.names(part).into_iter();
        names.find(|name| folded(name) == text).map(str::to_owned)
    }

    /// The type of a row that names none: the only one that is offered.
    fn only(&self) -> Option<&MembershipType> {
        let mut offered = self.types.iter().map(|(_, of)| of).filter(|of| !of.retired);
        let first = offered.next();
        first.filter(|_| offered.next().is_none())
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

fn trouble(code: &str, reason: &str, hint: &str) -> Problem {
    Problem {
        code: code.to_owned(),
        position: None,
        column: None,
        value: None,
        reason: reason.to_owned(),
        hint: hint.to_owned(),
    }
}

fn unknown_type() -> Problem {
    trouble(
        "unknown_membership_type",
        "No membership type is called so",
        "Make the membership type, or choose what the value means, and import the file again",
    )
}

fn no_type() -> Problem {
    trouble(
        "no_membership_type",
        "The row names no membership type",
        "Add a column with the membership type",
    )
}

/// Every cell with the reason why nothing came of it.
fn lost(cells: Cells, why: &Problem) -> impl Iterator<Item = Problem> {
    cells.given.into_iter().map(|(_, cell)| Problem {
        code: why.code.clone(),
        reason: why.reason.clone(),
        hint: why.hint.clone(),
        ..cell
    })
}

fn take_line(member: &mut DraftMember, of: &MembershipType, line: history::Line) {
    let reason = line.reason;
    match line.what {
        history::What::Term { end, tier, issues } => {
            let named = of
                .tiers
                .iter()
                .find(|own| folded(&own.name) == folded(&tier));
            member.terms.push(DraftTerm {
                type_id: of.id,
                tier: named.map(|tier| tier.id),
                start: line.on,
                end,
                issues,
                reason,
                is_supposed: false,
                update: Update::Fill,
            });
        }
        history::What::Act(kind) => member.acts.push(DraftAct {
            type_id: of.id,
            kind,
            on: line.on,
            reason,
        }),
    }
}

/// The terms of one membership whose type is known.
fn of_type(
    member: &mut DraftMember,
    of: &MembershipType,
    mut cells: Cells,
    today: NaiveDate,
    problems: &mut Vec<Problem>,
) {
    let cell = |part: MemberPart| cells.given.iter().find(|(own, _)| *own == part);
    let said = |part: MemberPart, why: Problem| {
        let (_, cell) = cell(part)?;
        Some(Problem {
            column: cell.column.clone(),
            position: cell.position,
            value: cell.value.clone(),
            ..why
        })
    };
    if let Some(text) = cells.payer.take() {
        let why = trouble(
            "unknown_payer",
            "Nobody is called so, or several are",
            "Write the payer's member number, e-mail or name",
        );
        let unknown = said(MemberPart::Payer, why).unwrap_or_else(no_type);
        member.payers.push(DraftPayer {
            type_id: of.id,
            text,
            update: cells.update,
            unknown,
        });
    }
    // One of Roster's own exports tells it whole.
    if member.terms.iter().any(|term| term.type_id == of.id) {
        return;
    }
    let tier = match &cells.tier {
        Some(name) => {
            let named = of
                .tiers
                .iter()
                .find(|tier| folded(&tier.name) == folded(name));
            if named.is_none() {
                let hint =
                    "Make the tier, or choose what the value means, and import the file again";
                let why = trouble("unknown_tier", "The membership type has no such tier", hint);
                problems.extend(said(MemberPart::Tier, why));
            }
            named.map(|tier| tier.id)
        }
        None => only_tier(of),
    };
    let is_supposed = cells.start.or(cells.end).or(cells.paid_until).is_none();
    let last = cells.end.or(cells.paid_until);
    let (start, end) = match (cells.start, last) {
        (Some(start), Some(end)) if end < start => {
            let why = trouble(
                "ends_before_start",
                "It ends before it begins",
                "Look which of the two is right",
            );
            return problems.extend(lost(cells, &why));
        }
        (Some(start), Some(end)) => (start, Some(end)),
        (Some(start), None) => (start, of.end(start)),
        (None, Some(end)) => (start_of(of.rule, end, member.joined), Some(end)),
        (None, None) => {
            let start = running(of.rule, member.joined.unwrap_or(today), today);
            (start, of.end(start))
        }
    };
    let term = DraftTerm {
        type_id: of.id,
        tier,
        start,
        end,
        issues: match of.rule {
            Rule::Issues(issues) => Some(issues),
            _ => None,
        },
        reason: None,
        is_supposed,
        update: cells.update,
    };
    match (end.and_then(|end| end.succ_opt()), cells.paid_until) {
        (Some(next), Some(paid)) if paid >= next => {
            let further = DraftTerm {
                start: next,
                end: Some(paid),
                ..term.clone()
            };
            member.terms.extend([term, further]);
        }
        (next, Some(paid)) => {
            if next.and_then(|next| next.pred_opt()) != Some(paid) {
                let hint = "The term goes on; enter an order for what is open";
                let why = trouble("paid_for_less", "Less is paid for than the term", hint);
                problems.extend(said(MemberPart::PaidUntil, why));
            }
            member.terms.push(term);
        }
        (_, None) => member.terms.push(term),
    }
}

fn only_tier(of: &MembershipType) -> Option<i64> {
    let mut offered = of.tiers.iter().filter(|tier| !tier.retired);
    let first = offered.next()?;
    offered.next().is_none().then_some(first.id)
}

/// The first day of a term that ends on a day.
fn start_of(rule: Rule, end: NaiveDate, joined: Option<NaiveDate>) -> NaiveDate {
    let begins = match rule {
        Rule::Months(months) => end
            .succ_opt()
            .and_then(|day| day.checked_sub_months(Months::new(months))),
        Rule::Days(days) => end.checked_sub_days(Days::new(u64::from(days) - 1)),
        Rule::Fixed { .. } => rule.period_start(end),
        Rule::Lifetime | Rule::Issues(_) => joined,
    };
    let begins = begins.unwrap_or(end).min(end);
    // Who joined within the term began it that day.
    joined
        .filter(|day| begins < *day && *day <= end)
        .unwrap_or(begins)
}

/// The first day of the term that runs today for somebody who joined on a day.
fn running(rule: Rule, joined: NaiveDate, today: NaiveDate) -> NaiveDate {
    if joined >= today {
        return joined;
    }
    match rule {
        Rule::Lifetime | Rule::Issues(_) => joined,
        Rule::Fixed { .. } => rule.period_start(today).unwrap_or(today).max(joined),
        Rule::Days(days) => {
            let days = i64::from(days);
            let terms = (today - joined).num_days() / days;
            joined + chrono::Duration::days(terms * days)
        }
        Rule::Months(months) => {
            let between =
                (today.year() - joined.year()) * 12 + today.month() as i32 - joined.month() as i32;
            let terms = u32::try_from(between).unwrap_or(0) / months;
            let nth = |terms: u32| joined.checked_add_months(Months::new(terms * months));
            let begun = nth(terms).filter(|day| *day <= today);
            begun
                .or_else(|| nth(terms.saturating_sub(1)))
                .unwrap_or(joined)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_term_that_ends_on_a_day_began_by_its_rule() {
        for (rule, end, joined, start) in [
            ("rolling:12m", "2026-12-31", None, "2026-01-01"),
            ("rolling:12m", "2024-02-29", None, "2023-03-01"),
            ("rolling:30d", "2026-01-30", None, "2026-01-01"),
            ("fixed:07-01", "2027-06-30", None, "2026-07-01"),
            (
                "fixed:07-01",
                "2027-06-30",
                Some("2026-10-05"),
                "2026-10-05",
            ),
            (
                "rolling:12m",
                "2026-12-31",
                Some("2011-05-05"),
                "2026-01-01",
            ),
            ("lifetime", "2026-12-31", Some("2011-05-05"), "2011-05-05"),
        ] {
            let rule = Rule::read(rule).unwrap();
            assert_eq!(
                start_of(rule, day(end), joined.map(day)),
                day(start),
                "{rule} {end}"
            );
        }
    }

    #[test]
    fn a_term_without_days_is_the_one_that_runs_today() {
        let today = day("2026-11-22");
        for (rule, joined, start) in [
            ("rolling:12m", "2019-03-15", "2026-03-15"),
            ("rolling:12m", "2019-11-23", "2025-11-23"),
            ("rolling:12m", "2019-11-22", "2026-11-22"),
            ("rolling:12m", "2027-01-01", "2027-01-01"),
            ("rolling:30d", "2026-10-01", "2026-10-31"),
            ("fixed:01-01", "2019-03-15", "2026-01-01"),
            ("fixed:01-01", "2026-03-15", "2026-03-15"),
            ("lifetime", "1999-03-15", "1999-03-15"),
        ] {
            let rule = Rule::read(rule).unwrap();
            assert_eq!(
                running(rule, day(joined), today),
                day(start),
                "{rule} {joined}"
            );
        }
    }
}

//! How a membership stands on a day: the one function that says it, from the terms, what was decided about them, the
//! days of grace and whether the member lives. Nothing of it is stored, so that it can't be wrong tomorrow.
//!
//! A cancellation covers the terms that were there when it was made, so that who enrolls again begins anew. A suspension
//! stops the clock of rolling terms: the days of it are added at the end, and what follows begins later.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Derived from dates and acts, never typed (M2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "MembershipStatus")]
pub enum Status {
    Current,
    Grace,
    Pending,
    Suspended,
    Lapsed,
    Cancelled,
    Deceased,
}

impl Status {
    pub const NAMES: &[&str] = &[
        "pending",
        "current",
        "grace",
        "lapsed",
        "cancelled",
        "suspended",
        "deceased",
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Current => "current",
            Self::Grace => "grace",
            Self::Lapsed => "lapsed",
            Self::Cancelled => "cancelled",
            Self::Suspended => "suspended",
            Self::Deceased => "deceased",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        [
            Self::Current,
            Self::Grace,
            Self::Pending,
            Self::Suspended,
            Self::Lapsed,
            Self::Cancelled,
            Self::Deceased,
        ]
        .into_iter()
        .find(|status| status.name() == name)
    }
}

/// A term as it was agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    pub start: NaiveDate,
    /// None for life, and for issues.
    pub end: Option<NaiveDate>,
    pub issues: Option<u32>,
    pub tier: Option<i64>,
    /// The batch that made it, by which it is older or younger than an act.
    pub batch: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActKind {
    Cancel,
    Suspend,
    Resume,
}

impl ActKind {
    pub const ALL: [Self; 3] = [Self::Cancel, Self::Suspend, Self::Resume];

    /// As the database and files say it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Cancel => "cancel",
            Self::Suspend => "suspend",
            Self::Resume => "resume",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// What was decided about a membership, from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Act {
    pub kind: ActKind,
    pub on: NaiveDate,
    pub batch: i64,
}

/// All that the status hangs on, but for the day.
#[derive(Debug, Clone, Default)]
pub struct History {
    pub terms: Vec<Term>,
    pub acts: Vec<Act>,
    /// The days on which issues of the type were mailed, in order.
    pub mailed: Vec<NaiveDate>,
    pub grace_days: u32,
    /// Whether a suspension puts the end off.
    pub stops_clock: bool,
    pub deceased: bool,
}

/// How a membership stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub status: Status,
    /// Of the term that runs, or the next, or the last.
    pub start: Option<NaiveDate>,
    pub tier: Option<i64>,
    /// The last day that is paid for without a gap; None where no day ends it.
    pub end: Option<NaiveDate>,
    pub issues_left: Option<u32>,
    /// The last day of the last term, also behind a gap, for renewals; None where nothing ends it or nothing is there.
    pub last_end: Option<NaiveDate>,
    /// A term that no day ends.
    pub endless: bool,
    /// The youngest term is cancelled, from today or from a day to come.
    pub cancelled: bool,
}

/// A term as it turned out.
#[derive(Debug, Clone, Copy)]
struct Lived {
    start: NaiveDate,
    end: Option<NaiveDate>,
    tier: Option<i64>,
    /// The day from which on it is cancelled.
    cancelled: Option<NaiveDate>,
    issues_left: u32,
}

/// From `from` to the day before `to`.
#[derive(Debug, Clone, Copy)]
struct Pause {
    from: NaiveDate,
    to: NaiveDate,
}

impl History {
    /// How it stands on `today`.
    pub fn on(&self, today: NaiveDate) -> Standing {
        let pauses = self.pauses(today);
        let lived = self.lived(&pauses, today);
        let mut standing = shown(&lived, today);
        standing.issues_left = self
            .terms
            .iter()
            .any(|term| term.issues.is_some())
            .then(|| lived.iter().map(|term| term.issues_left).sum());
        standing.status = self.status(&lived, &pauses, today);
        standing.cancelled = self.cancelled_at_last().is_some();
        standing
    }

    fn status(&self, lived: &[Lived], pauses: &[Pause], today: NaiveDate) -> Status {
        if self.deceased {
            return Status::Deceased;
        }
        let running = lived.iter().any(|term| term.runs_on(today));
        let paused = pauses.iter().any(|p| p.from <= today && today < p.to);
        if running {
            return match paused {
                true => Status::Suspended,
                false => Status::Current,
            };
        }
        let ended = lived.iter().rfind(|term| term.ends_before(today));
        let in_grace = ended.is_some_and(|term| {
            let until = term.end.and_then(|end| plus(end, self.grace_days));
            term.cancelled.is_none_or(|on| on > today) && until.is_some_and(|day| today <= day)
        });
        let to_come = lived.iter().any(|term| term.start > today && term.is_any());
        match (in_grace, to_come, self.is_cancelled(lived, today)) {
            (true, ..) => Status::Grace,
            (_, true, _) => Status::Pending,
            (_, _, true) => Status::Cancelled,
            _ => Status::Lapsed,
        }
    }

    /// Whether the youngest term is covered by a cancellation that has come, or that left nothing of any.
    fn is_cancelled(&self, lived: &[Lived], today: NaiveDate) -> bool {
        self.cancelled_at_last()
            .is_some_and(|on| on <= today || !lived.iter().any(Lived::is_any))
    }

    /// The day from which on the youngest term is cancelled.
    fn cancelled_at_last(&self) -> Option<NaiveDate> {
        let youngest = self.terms.iter().map(|term| term.batch).max();
        youngest.and_then(|batch| self.cancelled_from(batch))
    }

    /// The first day on which a term of that batch is cancelled.
    fn cancelled_from(&self, batch: i64) -> Option<NaiveDate> {
        self.acts
            .iter()
            .filter(|act| act.kind == ActKind::Cancel && act.batch >= batch)
            .map(|act| act.on)
            .min()
    }

    /// The batch of the cancellation before the youngest term: who enrolled again is not suspended by what was before.
    fn over(&self) -> i64 {
        let youngest = self.terms.iter().map(|term| term.batch).max();
        let cancels = self.acts.iter().filter(|act| {
            act.kind == ActKind::Cancel && youngest.is_some_and(|batch| act.batch < batch)
        });
        cancels.map(|act| act.batch).max().unwrap_or(i64::MIN)
    }

    /// The suspensions. One that nobody ended is reckoned as though it ended tomorrow.
    fn pauses(&self, today: NaiveDate) -> Vec<Pause> {
        let over = self.over();
        let mut acts: Vec<&Act> = self
            .acts
            .iter()
            .filter(|act| act.kind != ActKind::Cancel && act.batch > over)
            .collect();
        acts.sort_by_key(|act| (act.on, act.batch));
        let (mut pauses, mut since) = (Vec::new(), None);
        for act in acts {
            match (act.kind, since) {
                (ActKind::Suspend, None) => since = Some(act.on),
                (ActKind::Resume, Some(from)) => {
                    pauses.push(Pause { from, to: act.on });
                    since = None;
                }
                _ => {}
            }
        }
        if let Some(from) = since.filter(|from| *from <= today) {
            let to = plus(today, 1).unwrap_or(today);
            pauses.push(Pause { from, to });
        }
        pauses
    }

    /// The terms as they turned out, in order.
    fn lived(&self, pauses: &[Pause], today: NaiveDate) -> Vec<Lived> {
        let mut terms = self.terms.clone();
        terms.sort_by_key(|term| (term.start, term.batch));
        let ends = self.ends_of_issues(&terms, pauses, today);
        let mut lived: Vec<Lived> = Vec::with_capacity(terms.len());
        // The end of the term before, as agreed and as it turned out.
        let mut before: Option<(NaiveDate, NaiveDate)> = None;
        for (term, (mailed_out, issues_left)) in terms.iter().zip(ends) {
            let (start, end) = match term.end {
                Some(end) if self.stops_clock => stretched(term.start, end, before, pauses),
                end => (term.start, end.or(mailed_out)),
            };
            before = term.end.zip(end).or(before);
            let cancelled = self.cancelled_from(term.batch);
            lived.push(cut(
                Lived {
                    start,
                    end,
                    tier: term.tier,
                    cancelled,
                    issues_left,
                },
                today,
            ));
        }
        lived
    }

    /// For each term of issues the day of its last one, and how many are left. Each mailing takes one from the first
    /// term that has begun and has any, unless the membership is suspended or cancelled that day.
    fn ends_of_issues(
        &self,
        terms: &[Term],
        pauses: &[Pause],
        today: NaiveDate,
    ) -> Vec<(Option<NaiveDate>, u32)> {
        let mut left: Vec<(Option<NaiveDate>, u32)> = terms
            .iter()
            .map(|term| (None, term.issues.unwrap_or(0)))
            .collect();
        for day in self.mailed.iter().filter(|day| **day <= today) {
            if pauses.iter().any(|p| p.from <= *day && *day < p.to) {
                continue;
            }
            let takes = terms.iter().zip(&mut left).find(|(term, (_, left))| {
                let cancelled = self.cancelled_from(term.batch);
                *left > 0 && term.start <= *day && cancelled.is_none_or(|on| *day < on)
            });
            if let Some((_, (end, left))) = takes {
                *left -= 1;
                *end = (*left == 0).then_some(*day);
            }
        }
        left
    }
}

impl Lived {
    /// Cancelled before it began, it never was.
    fn is_any(&self) -> bool {
        self.end.is_none_or(|end| end >= self.start)
    }

    fn runs_on(&self, day: NaiveDate) -> bool {
        self.start <= day && self.end.is_none_or(|end| day <= end)
    }

    fn ends_before(&self, day: NaiveDate) -> bool {
        self.is_any() && self.end.is_some_and(|end| end < day)
    }
}

/// A cancelled term ends on the day before; issues that are left then are not sent.
fn cut(mut term: Lived, today: NaiveDate) -> Lived {
    if let Some(on) = term.cancelled {
        let last = on.pred_opt().unwrap_or(on);
        term.end = Some(term.end.map_or(last, |end| end.min(last)));
        if on <= today {
            term.issues_left = 0;
        }
    }
    term
}

fn plus(day: NaiveDate, days: u32) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(u64::from(days)))
}

/// Start and end of a term with the suspended days added; it begins after the term before, where only the suspension of
/// that one makes them overlap.
fn stretched(
    start: NaiveDate,
    end: NaiveDate,
    before: Option<(NaiveDate, NaiveDate)>,
    pauses: &[Pause],
) -> (NaiveDate, Option<NaiveDate>) {
    let length = end - start;
    let start = match before {
        Some((agreed, real)) if agreed < start && start <= real => real.succ_opt().unwrap_or(start),
        _ => start,
    };
    let mut end = start + length;
    for pause in pauses {
        let from = pause.from.max(start);
        if from <= end && from < pause.to {
            end += pause.to - from;
        }
    }
    (start, Some(end))
}

/// The term that runs, or the next, or the last, and how far its paid time goes without a gap.
fn shown(lived: &[Lived], today: NaiveDate) -> Standing {
    let there: Vec<&Lived> = lived.iter().filter(|term| term.is_any()).collect();
    let running = there.iter().rev().find(|term| term.runs_on(today));
    let next = || there.iter().find(|term| term.start > today);
    let one = running
        .or_else(next)
        .or(there.last())
        .copied()
        .or(lived.first());
    let last_end = there.iter().filter_map(|term| term.end).max();
    let mut end = one.and_then(|term| term.end);
    for term in &there {
        if let Some(reached) = end
            && one.is_some_and(|one| term.start >= one.start)
            && term.start <= reached.succ_opt().unwrap_or(reached)
        {
            end = term.end.map(|end| end.max(reached));
        }
    }
    Standing {
        status: Status::Lapsed,
        start: one.map(|term| term.start),
        tier: one.and_then(|term| term.tier),
        end,
        issues_left: None,
        last_end,
        endless: there.iter().any(|term| term.end.is_none()),
        cancelled: false,
    }
}

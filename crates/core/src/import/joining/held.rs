//! Members and memberships as the import knows them, while its rows are read.

use chrono::NaiveDate;

use crate::import::draft::DraftTerm;
use crate::memberships::ActKind;

/// A member as the import knows them.
#[derive(Debug, Clone, Default)]
pub(in crate::import) struct Held {
    pub member: Option<HeldMember>,
    pub memberships: Vec<HeldMembership>,
}

#[derive(Debug, Clone)]
pub(in crate::import) struct HeldMember {
    /// None until all rows are read: the next free one then.
    pub number: Option<String>,
    pub joined: NaiveDate,
    pub reverted: bool,
    pub is_new: bool,
    pub is_changed: bool,
}

#[derive(Debug, Clone)]
pub(in crate::import) struct HeldMembership {
    pub id: i64,
    pub type_id: i64,
    pub payer: Option<i64>,
    pub terms: Vec<HeldTerm>,
    pub acts: Vec<(Option<i64>, ActKind, NaiveDate, Option<String>)>,
    pub is_new: bool,
    pub is_changed: bool,
}

#[derive(Debug, Clone)]
pub(in crate::import) struct HeldTerm {
    /// None for one that this import makes.
    pub id: Option<i64>,
    pub tier: Option<i64>,
    pub start: NaiveDate,
    pub end: Option<NaiveDate>,
    pub issues: Option<u32>,
    pub reason: Option<String>,
    pub is_changed: bool,
}

impl HeldTerm {
    pub(super) fn covers(&self, term: &DraftTerm) -> bool {
        // Terms of issues have no end to be compared by.
        if self.issues.is_some() || term.issues.is_some() {
            return self.start == term.start;
        }
        let ends_late_enough = match (self.end, term.end) {
            (None, _) => true,
            (Some(own), Some(other)) => own >= other,
            (Some(_), None) => false,
        };
        self.start <= term.start && ends_late_enough
    }

    pub(super) fn overlaps(&self, term: &DraftTerm) -> bool {
        if self.issues.is_some() || term.issues.is_some() {
            return self.start == term.start;
        }
        let begins_before =
            |start: NaiveDate, end: Option<NaiveDate>| end.is_none_or(|end| start <= end);
        begins_before(self.start, term.end) && begins_before(term.start, self.end)
    }
}

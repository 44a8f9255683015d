//! A chunk of rows on its way: each is sorted by what becomes of it, then all are rehearsed or written together. Rows
//! that mean contacts which are there wait until there are enough of them, since what they ask has its price however few
//! they are.

use rusqlite::Connection;

use super::changed::Changed;
use super::decide::{Policy, is_opted_out};
use super::differing::differing;
use super::draft::{Draft, Drafted};
use super::joining::Members;
use super::matching::{Existing, Found, InFile, find};
use super::plan::Plan;
use super::refusals::{erased, left_out, no_contact_point, no_match, no_organization, required};
use super::rejects;
use super::replay::{Log, Part};
use super::report::Counter;
use super::similar::{self, Pair};
use super::types::{ImportRequest, MatchKey, Mode, Outcome, Problem};
use super::write::Writer;
use crate::error::Result;
use crate::opt_outs::Case;
use crate::points::Kind;
use crate::values::name::NameKey;

/// What the rows so far have shown: whom they stand for, those that wait, and the members.
#[derive(Default)]
pub(super) struct Seen {
    in_file: InFile,
    changed: Vec<Changed>,
    /// Only where a column speaks of members.
    pub members: Option<Members>,
}

impl Seen {
    pub fn of(members: Option<Members>) -> Self {
        Self {
            members,
            ..Self::default()
        }
    }
}

pub(super) struct Chunk<'a> {
    pub(super) plan: &'a Plan,
    pub(super) request: &'a ImportRequest,
    in_file: &'a mut InFile,
    pub(super) members: Option<&'a mut Members>,
    pub(super) counter: &'a mut Counter,
    /// Contacts from this id on are made by this import.
    pub(super) first: i64,
    pub next_contact: i64,
    created: Vec<(i64, Drafted)>,
    /// Those of earlier chunks too.
    pub(super) changed: &'a mut Vec<Changed>,
    rejected: Vec<Drafted>,
    opted_out: Vec<(Drafted, Outcome)>,
    /// New contacts that look like ones that are there.
    similar: Vec<Pair>,
    /// Which rows made what, for a rehearsal to go through again.
    pub(super) log: Option<&'a mut Log>,
}

impl<'a> Chunk<'a> {
    pub fn new(
        plan: &'a Plan,
        request: &'a ImportRequest,
        seen: &'a mut Seen,
        counter: &'a mut Counter,
        first: i64,
        next_contact: i64,
    ) -> Self {
        Self {
            plan,
            request,
            in_file: &mut seen.in_file,
            members: seen.members.as_mut(),
            counter,
            first,
            next_contact,
            created: Vec::new(),
            changed: &mut seen.changed,
            rejected: Vec::new(),
            opted_out: Vec::new(),
            similar: Vec::new(),
            log: None,
        }
    }

    /// Finds out what becomes of each row.
    pub fn sort(&mut self, conn: &Connection, drafts: Vec<Drafted>) -> Result<()> {
        let existing = match self.first {
            1 => Existing::default(), // A workspace that never held a contact.
            _ => Existing::fetch(conn, &drafts, self.first)?,
        };
        for draft in drafts {
            self.sort_one(conn, draft, &existing)?;
        }
        if self.first > 1 {
            self.find_similar(conn)?;
        }
        Ok(())
    }

    fn sort_one(&mut self, conn: &Connection, draft: Drafted, existing: &Existing) -> Result<()> {
        let name = draft.name_key();
        let found = self.whom(conn, &draft, &name, existing)?;
        self.sort_found(draft, name, found, existing);
        Ok(())
    }

    /// Whom a row means: by its own signs, else by the member number.
    fn whom(
        &self,
        conn: &Connection,
        draft: &Draft,
        name: &NameKey,
        existing: &Existing,
    ) -> Result<Option<Found>> {
        let found = find(
            draft,
            name,
            &self.request.match_keys,
            self.in_file,
            existing,
        );
        let (None, Some(members)) = (&found, self.members.as_deref()) else {
            return Ok(found);
        };
        let called = members.called(conn, draft, name)?;
        Ok(called.map(|contact| Found {
            contact,
            others: Vec::new(),
            in_file: contact >= self.first,
            by: MatchKey::Uid,
        }))
    }

    fn sort_found(
        &mut self,
        mut draft: Drafted,
        name: NameKey,
        found: Option<Found>,
        existing: &Existing,
    ) {
        if self.request.left_out.contains(&draft.row) {
            return self.reject(draft, left_out());
        }
        // By its id a contact is known for certain, also without anything to reach it by.
        let is_known = found
            .as_ref()
            .is_some_and(|found| found.by == MatchKey::Uid);
        // One of a Roster's own export was a contact already, reachable or not.
        let was_one = draft.is_own() && self.request.mode != Mode::OptOut;
        if !draft.is_reachable() && !is_known && !was_one {
            return self.reject(draft, no_contact_point());
        }
        if self.request.mode == Mode::OptOut {
            let contact = found.as_ref().map_or(-1, |found| found.contact);
            let repeats =
                found.as_ref().is_some_and(|found| found.in_file) || self.in_file.holds_all(&draft);
            self.in_file.add(contact, &draft, name);
            let outcome = if repeats {
                Outcome::Duplicate
            } else {
                Outcome::Updated
            };
            return self.opted_out.push((draft, outcome));
        }
        if found.is_none() && self.is_erased(&draft) {
            return self.reject(draft, erased());
        }
        if found.is_none() && self.request.mode == Mode::Update {
            return self.reject(draft, no_match());
        }
        if found.is_none() {
            let mut unfilled = self.plan.unfilled(&draft.custom);
            let missing = unfilled
                .find(|field| field.default.is_none())
                .map(|field| required(&field.label));
            drop(unfilled);
            if let Some(problem) = missing {
                return self.reject(draft, problem);
            }
            // A member needs no organization (R8).
            if draft.organization.is_none() {
                draft.organization = self.plan.organization.clone();
            }
            if draft.organization.is_none()
                && self.plan.organization_required
                && draft.member.is_none()
            {
                return self.reject(draft, no_organization());
            }
        }
        let contact = found
            .as_ref()
            .map_or(self.next_contact, |found| found.contact);
        if self.request.mode == Mode::Create && contact < self.first {
            draft.forgo_problems();
        }
        if let Some(members) = self.members.as_deref_mut() {
            members.claim(contact, &mut draft, &name);
        }
        draft.note_problems();
        self.in_file.add(contact, &draft, name);
        match found {
            None => self.create(draft, existing),
            Some(found) => self.change(found, draft),
        }
    }

    /// Whether a phone or an e-mail of the row is of somebody who was erased.
    fn is_erased(&self, draft: &Draft) -> bool {
        let Some(erased) = &self.plan.erased else {
            return false;
        };
        draft
            .points
            .iter()
            .filter(|point| matches!(point.kind, Kind::Phone | Kind::Email))
            .filter_map(|point| Some((point.kind.name(), point.normalized.as_deref()?)))
            .any(|(kind, normalized)| erased.holds(kind, normalized))
    }

    /// Who is called just like a new contact, and shares nothing else with it.
    fn find_similar(&mut self, conn: &Connection) -> Result<()> {
        for pair in similar::by_name(conn, &self.created, self.first)? {
            if self
                .similar
                .iter()
                .all(|known| known.contact != pair.contact)
            {
                self.similar.push(pair);
            }
        }
        self.counter.report.similar += self.similar.len() as u64;
        Ok(())
    }

    fn create(&mut self, draft: Drafted, existing: &Existing) {
        if let Some((other, ground)) = similar::by_point(&draft, existing) {
            let contact = self.next_contact;
            self.similar.push(Pair {
                contact,
                other,
                ground,
            });
        }
        self.count(Outcome::Created, &draft, None);
        self.log(&draft, self.next_contact, Part::First);
        self.created.push((self.next_contact, draft));
        self.next_contact += 1;
    }

    fn change(&mut self, found: Found, mut draft: Drafted) {
        let created = self
            .created
            .binary_search_by_key(&found.contact, |(id, _)| *id);
        let part = match (created, found.in_file) {
            (Ok(_), _) => Part::Folded,
            (Err(_), true) => Part::Far,
            (Err(_), false) => Part::First,
        };
        self.log(&draft, found.contact, part);
        if let Ok(index) = created {
            let differing = differing(self.plan, &*self.created[index].1, &draft);
            draft.problems.extend(differing);
            draft.note_problems();
        }
        if found.in_file {
            self.count(Outcome::Duplicate, &draft, Some(found.contact));
        }
        match created {
            Ok(index) => self.created[index].1.absorb(*draft),
            Err(_) => self.changed.push(Changed {
                contact: found.contact,
                others: found.others,
                draft,
                repeats: found.in_file,
            }),
        }
    }

    pub(super) fn count(&mut self, outcome: Outcome, draft: &Draft, contact: Option<i64>) {
        self.counter.count(outcome, draft);
        self.counter.keep(outcome, draft, contact);
    }

    fn log(&mut self, draft: &Draft, contact: i64, part: Part) {
        if let Some(log) = &mut self.log {
            log.add(draft.row, contact, part);
        }
    }

    /// A row is rejected for what is wrong with its phones and e-mails, or for what is said instead.
    fn reject(&mut self, mut draft: Drafted, otherwise: Problem) {
        let of_point = |p: &Problem| {
            ["invalid_phone", "invalid_email", "damaged_number"].contains(&p.code.as_str())
        };
        match draft.problems.iter().position(of_point) {
            Some(index) if otherwise.code == "no_contact_point" => {
                draft.problems[..=index].rotate_right(1)
            }
            _ => draft.problems.insert(0, otherwise),
        }
        self.count(Outcome::Rejected, &draft, None);
        self.rejected.push(draft);
    }

    /// Counts what would change; writes nothing.
    pub fn rehearse(&mut self, conn: &Connection) -> Result<()> {
        let opted_out = std::mem::take(&mut self.opted_out);
        for (draft, outcome) in opted_out {
            let values = addresses(&draft, |_| true);
            let known = already_out(conn, &values)?;
            let outcome = if outcome == Outcome::Updated && known {
                Outcome::Unchanged
            } else {
                outcome
            };
            self.count(outcome, &draft, None);
        }
        self.join_created(conn)?;
        self.changed.retain(|changed| !changed.repeats);
        if self.may_wait() {
            return Ok(());
        }
        self.rehearse_changed(conn)
    }

    /// Makes new contacts the members that their rows say they are.
    fn join_created(&mut self, conn: &Connection) -> Result<()> {
        let Some(members) = self.members.as_deref_mut() else {
            return Ok(());
        };
        let policy = Policy {
            plan: self.plan,
            instead: None,
        };
        for (contact, draft) in &self.created {
            if let Some(given) = &draft.member {
                members.apply(conn, &policy, *contact, given)?;
            }
        }
        Ok(())
    }

    /// Writes everything, and counts what changed.
    pub fn write(mut self, writer: &mut Writer) -> Result<()> {
        let rejected = std::mem::take(&mut self.rejected);
        if !rejected.is_empty() {
            rejects::store(&writer.change, &rejected)?;
        }
        similar::store(&writer.change, &self.similar)?;
        self.write_opt_outs(writer)?;
        self.join_created(&writer.change)?;
        let mut out = Vec::new();
        for (_, draft) in std::mem::take(&mut self.created) {
            out.extend(addresses(&draft, |point| is_opted_out(&draft, point)));
            writer.create(self.plan, draft);
        }
        writer.opt_out(&out)?;
        if self.may_wait() {
            return writer.flush();
        }
        self.write_changed(writer)
    }

    fn write_opt_outs(&mut self, writer: &mut Writer) -> Result<()> {
        for (draft, outcome) in std::mem::take(&mut self.opted_out) {
            let new = writer.opt_out(&addresses(&draft, |_| true))?;
            let outcome = if outcome == Outcome::Updated && new == 0 {
                Outcome::Unchanged
            } else {
                outcome
            };
            self.count(outcome, &draft, None);
        }
        Ok(())
    }
}

/// The phones and e-mails of a row that pass.
pub(super) fn addresses(
    draft: &Draft,
    pass: impl Fn(&super::draft::DraftPoint) -> bool,
) -> Vec<Case> {
    let points = draft
        .points
        .iter()
        .filter(|p| matches!(p.kind, Kind::Phone | Kind::Email) && pass(p));
    points
        .filter_map(|p| {
            Some(Case {
                kind: p.kind.name(),
                value: p.normalized.clone()?,
                since: draft.out_since.clone(),
                reason: draft.out_reason.clone(),
            })
        })
        .collect()
}

pub(super) fn already_out(conn: &Connection, values: &[Case]) -> Result<bool> {
    if values.is_empty() {
        return Ok(true);
    }
    let list = Case::list(values);
    let mut statement = conn.prepare_cached(include_str!("already_out.sql"))?;
    Ok(statement.query_row([list], |row| row.get(0))?)
}

//! Members of an import: what rows say of memberships, held against what is known, and written at the end, when every
//! member is known by number, e-mail and name. Nothing of it exists where no column speaks of members.
//!
//! A term that is covered by one which is there says nothing new, so that the same file imported twice changes nothing.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use rusqlite::Connection;

use super::draft::{Draft, DraftAct, DraftMember, DraftPayer, DraftTerm};
use super::types::{Problem, Update};
use crate::error::Result;
use crate::fields::{MemberPart, Target};
use crate::memberships::{ActKind, day, optional_day};
use crate::points::Kind;
use crate::values::name::{self, NameKey};

use super::decide::Policy;

/// A member as the import knows them.
#[derive(Debug, Clone, Default)]
pub(super) struct Held {
    pub member: Option<HeldMember>,
    pub memberships: Vec<HeldMembership>,
}

#[derive(Debug, Clone)]
pub(super) struct HeldMember {
    /// None until all rows are read: the next free one then.
    pub number: Option<String>,
    pub joined: NaiveDate,
    pub reverted: bool,
    pub is_new: bool,
    pub is_changed: bool,
}

#[derive(Debug, Clone)]
pub(super) struct HeldMembership {
    pub id: i64,
    pub type_id: i64,
    pub payer: Option<i64>,
    pub terms: Vec<HeldTerm>,
    pub acts: Vec<(Option<i64>, ActKind, NaiveDate, Option<String>)>,
    pub is_new: bool,
    pub is_changed: bool,
}

#[derive(Debug, Clone)]
pub(super) struct HeldTerm {
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
    fn covers(&self, term: &DraftTerm) -> bool {
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

    fn overlaps(&self, term: &DraftTerm) -> bool {
        if self.issues.is_some() || term.issues.is_some() {
            return self.start == term.start;
        }
        let begins_before =
            |start: NaiveDate, end: Option<NaiveDate>| end.is_none_or(|end| start <= end);
        begins_before(self.start, term.end) && begins_before(term.start, self.end)
    }
}

/// Everyone who is a member, by contact; and how payers are found.
pub(super) struct Members {
    pub today: NaiveDate,
    pub held: HashMap<i64, Held>,
    /// Contacts of which something is to be written.
    pub touched: BTreeSet<i64>,
    numbers: HashMap<String, i64>,
    next_membership: i64,
    /// Of those whom this file made members: how they are called.
    names: HashMap<i64, NameKey>,
    payers: Payers,
}

/// By what the rows of this file may be named as payers; None for what several have.
#[derive(Default)]
struct Payers {
    are_asked: bool,
    by_email: HashMap<String, Option<i64>>,
    by_name: HashMap<Vec<u8>, Option<i64>>,
    open: Vec<(i64, DraftPayer)>,
}

impl Payers {
    fn note(&mut self, contact: i64, draft: &Draft) {
        fn add<K: std::hash::Hash + Eq>(all: &mut HashMap<K, Option<i64>>, key: K, contact: i64) {
            let held = all.entry(key).or_insert(Some(contact));
            if *held != Some(contact) {
                *held = None;
            }
        }
        if !self.are_asked {
            return;
        }
        let emails = draft
            .points
            .iter()
            .filter(|point| point.kind == Kind::Email);
        for email in emails.filter_map(|point| point.normalized.clone()) {
            add(&mut self.by_email, email, contact);
        }
        add(
            &mut self.by_name,
            name::sort_key(&draft.display_name()),
            contact,
        );
    }
}

impl Members {
    /// Those who are members before the import.
    pub fn load(conn: &Connection, policy: &Policy) -> Result<Option<Self>> {
        let plan = policy.plan;
        let Some(joining) = &plan.joining else {
            return Ok(None);
        };
        let payer = Target::Member(MemberPart::Payer);
        let are_asked = plan
            .columns
            .iter()
            .any(|c| c.target.as_ref() == Some(&payer));
        let next: i64 = conn.query_row(
            "SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'memberships'",
            [],
            |row| row.get(0),
        )?;
        let mut members = Self {
            today: joining.today,
            held: HashMap::new(),
            touched: BTreeSet::new(),
            numbers: HashMap::new(),
            next_membership: next,
            names: HashMap::new(),
            payers: Payers {
                are_asked,
                ..Payers::default()
            },
        };
        members.read(conn)?;
        Ok(Some(members))
    }

    fn read(&mut self, conn: &Connection) -> Result<()> {
        let mut statement = conn
            .prepare("SELECT contact_id, number, joined, reverted_at IS NOT NULL FROM members")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (contact, number): (i64, String) = (row.get(0)?, row.get(1)?);
            self.numbers.insert(number.clone(), contact);
            self.held.entry(contact).or_default().member = Some(HeldMember {
                number: Some(number),
                joined: day(&row.get::<_, String>(2)?)?,
                reverted: row.get(3)?,
                is_new: false,
                is_changed: false,
            });
        }
        // A number that was given up in a merge means nobody, and is given to nobody.
        let mut statement = conn.prepare("SELECT number FROM merges WHERE number IS NOT NULL")?;
        let given_up = statement.query_map([], |row| row.get::<_, String>(0))?;
        for number in given_up {
            self.numbers.entry(number?).or_insert(0);
        }
        self.read_memberships(conn)
    }

    fn read_memberships(&mut self, conn: &Connection) -> Result<()> {
        let mut at: HashMap<i64, (i64, usize)> = HashMap::new();
        let mut statement =
            conn.prepare("SELECT id, contact_id, type_id, payer_id FROM memberships ORDER BY id")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, contact): (i64, i64) = (row.get(0)?, row.get(1)?);
            let held = self.held.entry(contact).or_default();
            at.insert(id, (contact, held.memberships.len()));
            held.memberships.push(HeldMembership {
                id,
                type_id: row.get(2)?,
                payer: row.get(3)?,
                terms: Vec::new(),
                acts: Vec::new(),
                is_new: false,
                is_changed: false,
            });
        }
        let mut statement = conn.prepare(
            "SELECT membership_id, id, tier_id, start_date, end_date, issues, reason FROM terms",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let Some(membership) = self.at(at.get(&row.get(0)?)) else {
                continue;
            };
            membership.terms.push(HeldTerm {
                id: row.get(1)?,
                tier: row.get(2)?,
                start: day(&row.get::<_, String>(3)?)?,
                end: optional_day(row.get::<_, Option<String>>(4)?.as_deref())?,
                issues: row.get(5)?,
                reason: row.get(6)?,
                is_changed: false,
            });
        }
        let mut statement =
            conn.prepare("SELECT membership_id, id, kind, on_date, reason FROM membership_acts")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (membership, kind): (i64, String) = (row.get(0)?, row.get(2)?);
            if let (Some(membership), Some(kind)) =
                (self.at(at.get(&membership)), ActKind::from_name(&kind))
            {
                let on = day(&row.get::<_, String>(3)?)?;
                membership.acts.push((row.get(1)?, kind, on, row.get(4)?));
            }
        }
        Ok(())
    }

    /// The membership of a contact at a place.
    fn at(&mut self, place: Option<&(i64, usize)>) -> Option<&mut HeldMembership> {
        let (contact, at) = place?;
        self.held.get_mut(contact)?.memberships.get_mut(*at)
    }

    /// The contact that has the row's member number, unless it is clearly called otherwise.
    pub fn called(&self, conn: &Connection, draft: &Draft, own: &NameKey) -> Result<Option<i64>> {
        let number = draft
            .member
            .as_ref()
            .and_then(|member| member.number.as_ref());
        let Some(contact) = number.and_then(|number| self.numbers.get(number)).copied() else {
            return Ok(None);
        };
        let name = match self.names.get(&contact) {
            Some(name) => Some(name.clone()),
            None => super::matching::name_of(conn, contact)?,
        };
        Ok(name
            .filter(|name| !name::clearly_different(name, own))
            .map(|_| contact))
    }

    /// Gives a row its number, before it is known what becomes of it. One that is somebody else's is told, and the next
    /// free one is given instead.
    pub fn claim(&mut self, contact: i64, draft: &mut Draft, name: &NameKey) {
        self.payers.note(contact, draft);
        let Some(member) = &mut draft.member else {
            return;
        };
        let Some(number) = &member.number else {
            return;
        };
        let holder = *self.numbers.entry(number.clone()).or_insert(contact);
        if holder == contact {
            self.names.entry(contact).or_insert_with(|| name.clone());
            return;
        }
        draft.problems.push(Problem {
            code: "member_number_taken".to_owned(),
            position: None,
            column: Some("member_number".to_owned()),
            value: member.number.take(),
            reason: "Another member has this number".to_owned(),
            hint: "Look which of the two is right; the next free number is given".to_owned(),
        });
    }

    /// Makes the contact what the row says of it as a member. Gives whether that is anything new.
    pub fn apply(
        &mut self,
        conn: &Connection,
        policy: &Policy,
        contact: i64,
        given: &DraftMember,
    ) -> Result<bool> {
        let mut changes = self.raise(policy, contact, given);
        for term in &given.terms {
            changes |= self.add_term(policy, contact, term);
        }
        for act in &given.acts {
            changes |= self.add_act(contact, act);
        }
        for payer in &given.payers {
            match self.payer(conn, &payer.text)? {
                Some(found) => changes |= self.pay_by(policy, contact, payer, found),
                None => self.payers.open.push((contact, payer.clone())),
            }
        }
        if changes {
            self.touched.insert(contact);
        }
        Ok(changes)
    }

    fn raise(&mut self, policy: &Policy, contact: i64, given: &DraftMember) -> bool {
        let held = self.held.entry(contact).or_default();
        let replaces = |part| policy.of(|t| *t == Target::Member(part)) == Update::Replace;
        let Some(member) = &mut held.member else {
            let first = given.terms.iter().map(|term| term.start).min();
            held.member = Some(HeldMember {
                number: given.number.clone(),
                joined: given.joined.or(first).unwrap_or(self.today),
                reverted: false,
                is_new: true,
                is_changed: true,
            });
            return true;
        };
        let mut changes = std::mem::take(&mut member.reverted);
        if let Some(number) = &given.number
            && (member.number.is_none() || replaces(MemberPart::Number))
            && member.number.as_ref() != Some(number)
        {
            member.number = Some(number.clone());
            changes = true;
        }
        if let Some(joined) = given.joined
            && replaces(MemberPart::Joined)
            && member.joined != joined
        {
            member.joined = joined;
            changes = true;
        }
        member.is_changed |= changes;
        changes
    }

    /// The membership of a type, made where there is none.
    fn membership(&mut self, contact: i64, type_id: i64) -> &mut HeldMembership {
        let all = &mut self.held.entry(contact).or_default().memberships;
        let at = match all.iter().position(|one| one.type_id == type_id) {
            Some(at) => at,
            None => {
                all.push(HeldMembership {
                    id: self.next_membership,
                    type_id,
                    payer: None,
                    terms: Vec::new(),
                    acts: Vec::new(),
                    is_new: true,
                    is_changed: false,
                });
                self.next_membership += 1;
                all.len() - 1
            }
        };
        &mut all[at]
    }

    fn add_term(&mut self, policy: &Policy, contact: i64, term: &DraftTerm) -> bool {
        let update = policy.instead.unwrap_or(term.update);
        let membership = self.membership(contact, term.type_id);
        if term.is_supposed && !membership.terms.is_empty() {
            return false;
        }
        let new = |start: NaiveDate| HeldTerm {
            id: None,
            tier: term.tier,
            start,
            end: term.end,
            issues: term.issues,
            reason: term.reason.clone(),
            is_changed: true,
        };
        if let Some(held) = membership.terms.iter_mut().find(|held| held.covers(term)) {
            let is_other = term.tier.is_some() && held.tier != term.tier;
            let is_shorter = (held.start, held.end) != (term.start, term.end) && !term.is_supposed;
            let replaces = update == Update::Replace;
            let gets_tier = is_other && (held.tier.is_none() || replaces);
            if gets_tier {
                held.tier = term.tier;
            }
            if replaces && is_shorter {
                (held.start, held.end) = (term.start, term.end);
            }
            let changes = gets_tier || (replaces && is_shorter);
            held.is_changed |= changes;
            return changes;
        }
        let Some(held) = membership.terms.iter_mut().find(|held| held.overlaps(term)) else {
            membership.terms.push(new(term.start));
            return true;
        };
        match update {
            Update::Fill => false,
            Update::Replace => {
                (held.start, held.end) = (term.start, term.end);
                held.tier = term.tier.or(held.tier);
                held.is_changed = true;
                true
            }
            // What goes on behind the last day that is known.
            Update::Add => {
                let last = membership.terms.iter().filter_map(|held| held.end).max();
                let next = last.and_then(|last| last.succ_opt());
                let goes_on = next.filter(|next| term.end.is_none_or(|end| end >= *next));
                membership.terms.extend(goes_on.map(new));
                goes_on.is_some()
            }
        }
    }

    fn add_act(&mut self, contact: i64, act: &DraftAct) -> bool {
        let membership = self.membership(contact, act.type_id);
        let is_known = membership
            .acts
            .iter()
            .any(|(_, kind, on, _)| (*kind, *on) == (act.kind, act.on));
        if !is_known {
            membership
                .acts
                .push((None, act.kind, act.on, act.reason.clone()));
        }
        !is_known
    }

    fn pay_by(&mut self, policy: &Policy, contact: i64, payer: &DraftPayer, found: i64) -> bool {
        let update = policy.instead.unwrap_or(payer.update);
        let membership = self.membership(contact, payer.type_id);
        let wanted = Some(found).filter(|payer| *payer != contact);
        let may = membership.payer.is_none() || update == Update::Replace;
        let changes = may && membership.payer != wanted;
        if changes {
            membership.payer = wanted;
            membership.is_changed = true;
        }
        changes
    }

    /// Whom a file means by a number, an e-mail or a name, if that is one person.
    fn payer(&self, conn: &Connection, text: &str) -> Result<Option<i64>> {
        if let Some(contact) = self.numbers.get(text).filter(|contact| **contact > 0) {
            return Ok(Some(*contact));
        }
        if text.contains('@') {
            let email = text.to_lowercase();
            if let Some(found) = self.payers.by_email.get(&email) {
                return Ok(*found);
            }
            return one(conn, include_str!("payer_by_email.sql"), &email);
        }
        let key = name::sort_key(text);
        if let Some(found) = self.payers.by_name.get(&key) {
            return Ok(*found);
        }
        one(conn, include_str!("payer_by_name.sql"), key)
    }

    /// Looks for the payers whom no row had named before; gives those that nobody is, by contact.
    pub fn settle(&mut self, conn: &Connection, policy: &Policy) -> Result<Vec<(i64, Problem)>> {
        let mut unknown = Vec::new();
        for (contact, payer) in std::mem::take(&mut self.payers.open) {
            match self.payer(conn, &payer.text)? {
                Some(found) => {
                    if self.pay_by(policy, contact, &payer, found) {
                        self.touched.insert(contact);
                    }
                }
                None => unknown.push((contact, payer.unknown)),
            }
        }
        Ok(unknown)
    }

    /// The number after the highest, where all that are known are numbers.
    pub fn next_number(&self) -> u64 {
        let numbers = self.numbers.keys().filter(|number| number.len() < 16);
        let highest = numbers
            .filter_map(|number| number.parse::<u64>().ok())
            .max();
        highest.unwrap_or(0) + 1
    }
}

/// The only contact that fits.
fn one(conn: &Connection, sql: &str, wanted: impl rusqlite::ToSql) -> Result<Option<i64>> {
    let mut statement = conn.prepare_cached(sql)?;
    let found: Vec<i64> = statement
        .query_map([wanted], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(match found.as_slice() {
        [one] => Some(*one),
        _ => None,
    })
}

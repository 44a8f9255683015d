//! Members of an import: what rows say of memberships, held against what is known, and written at the end, when every
//! member is known by number, e-mail and name. Nothing of it exists where no column speaks of members.
//!
//! A term that is covered by one which is there says nothing new, so that the same file imported twice changes nothing.

mod held;
mod load;
mod payers;

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use rusqlite::Connection;

use super::decide::Policy;
use super::draft::{Draft, DraftAct, DraftMember, DraftTerm};
use super::types::{Problem, Update};
use crate::error::Result;
use crate::fields::{MemberPart, Target};
use crate::values::name::{self, NameKey};
pub(super) use held::{Held, HeldMember, HeldMembership, HeldTerm};
use payers::Payers;

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

impl Members {
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

    /// The number after the highest, where all that are known are numbers.
    pub fn next_number(&self) -> u64 {
        let numbers = self.numbers.keys().filter(|number| number.len() < 16);
        let highest = numbers
            .filter_map(|number| number.parse::<u64>().ok())
            .max();
        highest.unwrap_or(0) + 1
    }
}

//! Rows that mean contacts which are there already: what they change, whether it is only shown or written.

use std::collections::HashMap;

use rusqlite::Connection;

use super::chunk::{Chunk, addresses, already_out};
use super::decide::{Policy, Step, decide, is_opted_out};
use super::differing::differing;
use super::draft::{Draft, Drafted};
use super::types::{Mode, Outcome, Update};
use super::untaken::untaken;
use super::write::{Updates, Writer};
use crate::contacts::{self, Contact};
use crate::error::Result;

/// So many rows that change a contact are asked about together: in a file of new people a chunk has only a handful.
const ENOUGH: usize = 1024;

/// A row that means a contact of the workspace.
pub(super) struct Changed {
    pub contact: i64,
    /// Others that the row fits as well.
    pub others: Vec<i64>,
    pub draft: Drafted,
    /// An earlier row of the file meant it too.
    pub repeats: bool,
}

impl Chunk<'_> {
    /// Whether the rows that change a contact can wait for more. One that opts out can't: another row could opt out the
    /// same value before it, and would be counted for it. Nor can one with a picture: a thousand would fill the memory.
    pub(super) fn may_wait(&self) -> bool {
        let opts_out = |draft: &Draft| draft.points.iter().any(|point| is_opted_out(draft, point));
        let urgent = |row: &Changed| row.draft.photo.is_some() || opts_out(&row.draft);
        self.changed.len() < ENOUGH && !self.changed.iter().any(urgent)
    }

    /// Where a row fits several contacts, one that it has nothing new for is meant: the same file imported twice then
    /// changes nothing the second time.
    fn meant(&self, changed: &Changed, contacts: &HashMap<i64, Contact>) -> i64 {
        let policy = Policy {
            plan: self.plan,
            instead: None,
        };
        let has_nothing_new = |id: &&i64| {
            let held = contacts.get(id).cloned();
            held.is_some_and(|mut held| decide(&policy, &mut held, &changed.draft).is_empty())
        };
        let mut all = std::iter::once(&changed.contact).chain(&changed.others);
        match changed.others.is_empty() {
            true => changed.contact,
            false => all
                .find(has_nothing_new)
                .copied()
                .unwrap_or(changed.contact),
        }
    }

    /// What a row makes of the contact, which is counted by column; what a repeated one says otherwise is told.
    pub(super) fn settle(
        &mut self,
        held: &mut Contact,
        draft: &mut Draft,
        repeats: bool,
    ) -> Vec<Step> {
        if self.request.mode == Mode::Create && held.id < self.first {
            self.counter.account.give_way_all(draft);
            return Vec::new();
        }
        if repeats {
            let differing = differing(self.plan, held, draft);
            self.counter.differs(draft.row, &differing);
            draft.problems.extend(differing);
            draft.note_problems();
        }
        let policy = Policy {
            plan: self.plan,
            instead: repeats.then_some(Update::Add),
        };
        let steps = decide(&policy, held, draft);
        let gave_way = untaken(self.plan, held, draft);
        self.counter.account.give_way(draft, &gave_way);
        steps
    }

    /// Makes a contact that is there the member that the row says. Gives whether that is anything new.
    pub(super) fn join(
        &mut self,
        conn: &Connection,
        contact: i64,
        draft: &Draft,
        instead: Option<Update>,
    ) -> Result<bool> {
        let policy = Policy {
            plan: self.plan,
            instead,
        };
        match (self.members.as_deref_mut(), &draft.member) {
            (Some(members), Some(given)) => members.apply(conn, &policy, contact, given),
            _ => Ok(false),
        }
    }

    /// Counts what the rows that waited would change. Those that repeat an earlier row are left to the replay, which
    /// knows what that one made of the contact.
    pub fn rehearse_changed(&mut self, conn: &Connection) -> Result<()> {
        let changed = std::mem::take(self.changed);
        let mut contacts = by_id(contacts::by_ids_in_bulk(conn, &ids(&changed))?);
        for mut changed in changed {
            let contact = self.meant(&changed, &contacts);
            let Some(held) = contacts.get_mut(&contact) else {
                continue;
            };
            let draft = &mut *changed.draft;
            let steps = self.settle(held, draft, false);
            let out = addresses(draft, |point| is_opted_out(draft, point));
            let is_open = self.request.mode != Mode::Create;
            let joins = is_open && self.join(conn, contact, &changed.draft, None)?;
            let changes = joins || (is_open && (!steps.is_empty() || !already_out(conn, &out)?));
            self.count(outcome(changes), &changed.draft, Some(contact));
        }
        Ok(())
    }

    /// Writes what the rows that waited change.
    pub fn write_changed(mut self, writer: &mut Writer) -> Result<()> {
        let changed = std::mem::take(self.changed);
        let mut updates = Updates::default();
        let mut contacts = by_id(contacts::by_ids_in_bulk(&writer.change, &ids(&changed))?);
        for changed in changed {
            let contact = self.meant(&changed, &contacts);
            let Changed {
                mut draft, repeats, ..
            } = changed;
            let Some(held) = contacts.get_mut(&contact) else {
                continue;
            };
            if contact < self.first {
                self.counter.known.push(contact);
            }
            let steps = self.settle(held, &mut draft, repeats);
            let mut changes = false;
            if self.request.mode != Mode::Create || contact >= self.first {
                let out = addresses(&draft, |point| is_opted_out(&draft, point));
                let new = writer.opt_out(&out)?;
                let instead = repeats.then_some(Update::Add);
                let joins = self.join(&writer.change, contact, &draft, instead)?;
                changes = !steps.is_empty() || new > 0 || joins;
                writer.update(self.plan, held, &draft, steps, &mut updates);
            }
            if !repeats {
                self.count(outcome(changes), &draft, Some(contact));
            }
        }
        writer.write_updates(updates)
    }
}

fn outcome(changes: bool) -> Outcome {
    match changes {
        true => Outcome::Updated,
        false => Outcome::Unchanged,
    }
}

fn ids(changed: &[Changed]) -> Vec<i64> {
    let mut ids: Vec<i64> = changed
        .iter()
        .flat_map(|c| std::iter::once(c.contact).chain(c.others.iter().copied()))
        .collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

fn by_id(contacts: Vec<Contact>) -> HashMap<i64, Contact> {
    let pairs = contacts.into_iter().map(|contact| (contact.id, contact));
    pairs.collect()
}

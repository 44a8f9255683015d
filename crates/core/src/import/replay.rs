//! A rehearsal writes nothing, so a row that repeats one of an earlier chunk can't see what that one made of the contact.
//! Such contacts are gone through once more at the end, in memory, so that all is shown which carrying out will tell.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;

use super::chunk::Chunk;
use super::decide::{Policy, decide};
use super::draft::Drafted;
use super::types::Update;
use crate::contacts::{self, Contact};
use crate::error::Result;

/// So many contacts are held in memory at a time; a file with more is read once for each lot.
const LOT: usize = 50_000;

/// What a row is to its contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    First,
    /// It went into the new contact of a row that stands near it.
    Folded,
    /// It repeats a row that stands far from it.
    Far,
}

/// Which contact each row stands for.
#[derive(Default)]
pub(super) struct Log {
    rows: Vec<(u32, Part, i64)>,
}

impl Log {
    pub fn add(&mut self, row: u32, contact: i64, part: Part) {
        self.rows.push((row, part, contact));
    }

    /// The contacts with rows far apart, in lots; for each lot its rows.
    pub fn lots(mut self) -> Vec<Lot> {
        let far = self.rows.iter().filter(|(_, part, _)| *part == Part::Far);
        let mut contacts: Vec<i64> = far.map(|(.., contact)| *contact).collect();
        contacts.sort_unstable();
        contacts.dedup();
        self.rows
            .retain(|(.., contact)| contacts.binary_search(contact).is_ok());
        let lots = contacts.chunks(LOT).map(|lot| {
            let of_lot = self
                .rows
                .iter()
                .filter(|(.., contact)| lot.binary_search(contact).is_ok());
            Lot {
                rows: of_lot
                    .map(|(row, part, contact)| (*row, (*part, *contact)))
                    .collect(),
                contacts: HashMap::new(),
            }
        });
        lots.collect()
    }
}

pub(super) struct Lot {
    rows: HashMap<u32, (Part, i64)>,
    /// As the rows so far have made them.
    contacts: HashMap<i64, Contact>,
}

impl Lot {
    pub fn rows(&self) -> HashSet<u32> {
        self.rows.keys().copied().collect()
    }

    /// Goes on with a row; counts what a repeated one says otherwise.
    pub fn take(&mut self, chunk: &mut Chunk, conn: &Connection, mut draft: Drafted) -> Result<()> {
        let Some((part, id)) = self.rows.get(&draft.row).copied() else {
            return Ok(());
        };
        let is_new = id >= chunk.first;
        if !is_new && !self.contacts.contains_key(&id) {
            let known = contacts::by_ids_in_bulk(conn, &[id])?;
            self.contacts
                .extend(known.into_iter().map(|contact| (id, contact)));
        }
        let held = match is_new {
            true => Some(self.contacts.entry(id).or_insert_with(|| empty(id))),
            false => self.contacts.get_mut(&id),
        };
        let Some(held) = held else { return Ok(()) };
        if part == Part::Far {
            chunk.settle(held, &mut draft, true);
            chunk.join(conn, id, &draft, Some(Update::Add))?;
            return Ok(());
        }
        // Counted already: only what it makes of the contact is of interest.
        draft.note_problems();
        let policy = Policy {
            plan: chunk.plan,
            instead: is_new.then_some(Update::Add),
        };
        decide(&policy, held, &draft);
        Ok(())
    }
}

fn empty(id: i64) -> Contact {
    Contact {
        id,
        ..Contact::default()
    }
}

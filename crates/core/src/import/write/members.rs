//! Writing the members of an import: all at the end, since payers and free numbers are known only then.

use super::super::joining::{HeldMembership, Members};
use super::super::types::Problem;
use super::insert::insert;
use crate::contacts::derive_in_bulk;
use crate::error::Result;
use crate::journal::Bulk;

impl Members {
    /// Inserts what is new and updates what changed.
    pub fn write(mut self, change: &Bulk) -> Result<()> {
        self.number();
        let (mut new, mut memberships) = (Vec::new(), Vec::new());
        for contact in &self.touched {
            let Some(held) = self.held.get(contact) else {
                continue;
            };
            if let Some(member) = held.member.as_ref().filter(|member| member.is_changed) {
                if member.is_new {
                    new.push((*contact, member));
                } else {
                    let sql = "UPDATE members SET number = ?2, joined = ?3, reverted_at = NULL WHERE contact_id = ?1";
                    let row = (contact, &member.number, member.joined.to_string());
                    change.prepare_cached(sql)?.execute(row)?;
                }
            }
            memberships.extend(held.memberships.iter().map(|one| (*contact, one)));
        }
        let columns = ["contact_id", "number", "joined"].map(|name| (name, "?"));
        insert(change, "members", &columns, &new, |values, row| {
            values.push(row.0)?;
            values.push(&row.1.number)?;
            values.push(row.1.joined.to_string())
        })?;
        write_memberships(change, &memberships)?;
        write_terms(change, &memberships)?;
        write_acts(change, &memberships)
    }

    /// Gives those without a number the next free ones.
    fn number(&mut self) {
        let mut free = self.next_number();
        for contact in &self.touched {
            let member = self
                .held
                .get_mut(contact)
                .and_then(|held| held.member.as_mut());
            if let Some(member) = member.filter(|member| member.number.is_none()) {
                member.number = Some(free.to_string());
                free += 1;
            }
        }
    }
}

type Of<'a> = (i64, &'a HeldMembership);

fn write_memberships(change: &Bulk, all: &[Of]) -> Result<()> {
    let new: Vec<&Of> = all.iter().filter(|(_, one)| one.is_new).collect();
    let columns = ["id", "contact_id", "type_id", "payer_id"].map(|name| (name, "?"));
    insert(
        change,
        "memberships",
        &columns,
        &new,
        |values, (contact, one)| {
            values.push(one.id)?;
            values.push(contact)?;
            values.push(one.type_id)?;
            values.push(one.payer)
        },
    )?;
    for (_, one) in all.iter().filter(|(_, one)| one.is_changed && !one.is_new) {
        change
            .prepare_cached("UPDATE memberships SET payer_id = ?2 WHERE id = ?1")?
            .execute((one.id, one.payer))?;
    }
    Ok(())
}

fn write_terms(change: &Bulk, all: &[Of]) -> Result<()> {
    let terms = || {
        let of = |(contact, one): &Of| (*contact, one.id);
        all.iter().flat_map(move |all| {
            let (contact, membership) = of(all);
            all.1
                .terms
                .iter()
                .map(move |term| (contact, membership, term))
        })
    };
    let new: Vec<_> = terms().filter(|(.., term)| term.id.is_none()).collect();
    let batch = change.batch.to_string();
    let mut columns = vec![("batch_id", batch.as_str())];
    let bound = [
        "contact_id",
        "membership_id",
        "tier_id",
        "start_date",
        "end_date",
        "issues",
        "reason",
    ];
    columns.extend(bound.map(|name| (name, "?")));
    insert(
        change,
        "terms",
        &columns,
        &new,
        |values, (contact, membership, term)| {
            values.push(contact)?;
            values.push(membership)?;
            values.push(term.tier)?;
            values.push(term.start.to_string())?;
            values.push(term.end.map(|end| end.to_string()))?;
            values.push(term.issues)?;
            values.push(&term.reason)
        },
    )?;
    let sql = "UPDATE terms SET tier_id = ?2, start_date = ?3, end_date = ?4 WHERE id = ?1";
    for (.., term) in terms().filter(|(.., term)| term.is_changed && term.id.is_some()) {
        let (start, end) = (term.start.to_string(), term.end.map(|end| end.to_string()));
        change
            .prepare_cached(sql)?
            .execute((term.id, term.tier, start, end))?;
    }
    Ok(())
}

fn write_acts(change: &Bulk, all: &[Of]) -> Result<()> {
    let new: Vec<_> = all
        .iter()
        .flat_map(|(contact, one)| one.acts.iter().map(move |act| (contact, one.id, act)))
        .filter(|(.., act)| act.0.is_none())
        .collect();
    let batch = change.batch.to_string();
    let mut columns = vec![("batch_id", batch.as_str())];
    let bound = ["contact_id", "membership_id", "kind", "on_date", "reason"];
    columns.extend(bound.map(|name| (name, "?")));
    insert(
        change,
        "membership_acts",
        &columns,
        &new,
        |values, (contact, membership, act)| {
            values.push(contact)?;
            values.push(membership)?;
            values.push(act.1.name())?;
            values.push(act.2.to_string())?;
            values.push(&act.3)
        },
    )
}

/// Keeps what nothing came of as a line in the notes of its contact.
pub(in crate::import) fn write_notes(change: &Bulk, unknown: &[(i64, Problem)]) -> Result<()> {
    let mut changed = Vec::new();
    for (contact, problem) in unknown {
        let line = problem.as_note();
        let rows = change
            .prepare_cached(include_str!("add_note.sql"))?
            .execute((contact, line))?;
        if rows > 0 {
            changed.push(*contact);
        }
    }
    changed.sort_unstable();
    changed.dedup();
    derive_in_bulk(change, &changed)
}

//! Who pays for a membership: by a number, an e-mail or a name, of the workspace or of the file itself.

use std::collections::HashMap;

use rusqlite::Connection;

use super::Members;
use crate::error::Result;
use crate::import::decide::Policy;
use crate::import::draft::{Draft, DraftPayer};
use crate::import::types::{Problem, Update};
use crate::points::Kind;
use crate::values::name;

/// By what the rows of this file may be named as payers; None for what several have.
#[derive(Default)]
pub(super) struct Payers {
    are_asked: bool,
    by_email: HashMap<String, Option<i64>>,
    by_name: HashMap<Vec<u8>, Option<i64>>,
    pub open: Vec<(i64, DraftPayer)>,
}

impl Payers {
    /// `are_asked` where a column names payers.
    pub fn new(are_asked: bool) -> Self {
        Self {
            are_asked,
            ..Self::default()
        }
    }

    pub fn note(&mut self, contact: i64, draft: &Draft) {
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
    pub(super) fn pay_by(
        &mut self,
        policy: &Policy,
        contact: i64,
        payer: &DraftPayer,
        found: i64,
    ) -> bool {
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
    pub(super) fn payer(&self, conn: &Connection, text: &str) -> Result<Option<i64>> {
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

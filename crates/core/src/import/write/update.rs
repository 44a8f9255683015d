//! Changes of contacts that are there already: gathered by column for a chunk of rows, one statement a column.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::super::decide::Step;
use super::super::draft::{Draft, DraftTie};
use super::super::plan::Plan;
use super::Writer;
use crate::contacts::{Consent, Contact, derive_in_bulk, display_name};
use crate::error::Result;
use crate::owned::following::{KEEP_ADDRESSES, LEFT_ADDRESSES};
use crate::sql;

/// New values of one column, as `[id, value]`.
type Values = BTreeMap<(&'static str, &'static str), Vec<Value>>;

/// What a chunk of rows changes on older contacts.
#[derive(Default)]
pub(crate) struct Updates {
    values: Values,
    custom: Vec<Value>,
    consents: Vec<Value>,
    points: Vec<Value>,
    /// Addresses that no longer follow an organization; and contacts that left one.
    own_addresses: Vec<i64>,
    moved: Vec<i64>,
    changed: BTreeSet<i64>,
}

fn consent(contact: i64, consent: &Consent) -> Value {
    let Consent {
        purpose,
        state,
        date,
        how,
        note,
        ..
    } = consent;
    json!([contact, purpose, state, date, how, note])
}

impl Updates {
    fn set(&mut self, table: &'static str, column: &'static str, id: i64, value: impl Into<Value>) {
        let value: Value = value.into();
        self.values
            .entry((table, column))
            .or_default()
            .push(json!([id, value]));
    }
}

impl Writer {
    /// Gathers the steps that were decided for a contact.
    pub fn update(
        &mut self,
        plan: &Plan,
        contact: &Contact,
        draft: &Draft,
        steps: Vec<Step>,
        updates: &mut Updates,
    ) {
        let id = contact.id;
        if steps.is_empty() {
            return;
        }
        updates.changed.insert(id);
        updates.set("contacts", "name", id, display_name(contact));
        for step in steps {
            self.apply(plan, id, draft, step, updates);
        }
    }

    fn apply(
        &mut self,
        plan: &Plan,
        contact: i64,
        draft: &Draft,
        step: Step,
        updates: &mut Updates,
    ) {
        match step {
            Step::Column { code, value } => updates.set("contacts", code, contact, value),
            Step::Flag { code } => updates.set("contacts", code, contact, 1),
            Step::Photo => {
                if let Some(photo) = &draft.photo {
                    updates.set("contacts", "photo", contact, photo.0.clone());
                    self.rows.photos.push(photo.clone());
                }
            }
            Step::AddPoint { at, primary } => {
                self.add_point(contact, draft.points[at].clone(), primary)
            }
            Step::ReplacePoint { id, at } => {
                let point = &draft.points[at];
                updates
                    .points
                    .push(json!([id, point.value, point.normalized, point.key]));
            }
            Step::AddAddress { label, primary } => {
                if let Some(address) = draft.addresses.get(label) {
                    self.add_address(contact, label, address.clone(), primary);
                }
            }
            Step::AddFurtherAddress { at, primary } => {
                let (label, address) = draft.further_addresses[at].clone();
                self.add_address(contact, label, address, primary);
            }
            Step::KeepAddress { id } => updates.own_addresses.push(id),
            Step::AddressPart { id, part, value } => {
                updates.set("addresses", part.code(), id, value)
            }
            Step::Affiliate {
                nth,
                replace,
                primary,
            } => {
                if let Some(tie) = draft.tie(nth) {
                    self.affiliate(contact, tie, replace, primary, updates);
                }
            }
            Step::Consent(at) => updates.consents.push(consent(contact, &draft.consents[at])),
            Step::AffiliationColumn { id, column, value } => {
                updates.set("affiliations", column, id, value)
            }
            Step::Group(name) => {
                let group = self.groups.id(&name);
                self.rows.group_contacts.push((contact, group));
            }
            Step::Tag(name) => {
                let tag = self.tags.id(&name);
                self.rows.contact_tags.push((contact, tag));
            }
            Step::Custom { position, value } => {
                if let Some(field) = &plan.columns[position].custom {
                    updates.custom.push(json!([contact, field.id, value]));
                }
            }
        }
    }

    fn affiliate(
        &mut self,
        contact: i64,
        tie: DraftTie,
        replace: Option<i64>,
        primary: bool,
        updates: &mut Updates,
    ) {
        match replace {
            Some(id) => {
                updates.moved.push(contact);
                let name = tie.organization.as_deref().unwrap_or_default();
                let organization = self.organizations.organization(name, tie.kind);
                updates.set("affiliations", "organization_id", id, organization);
                updates.set("affiliations", "title", id, tie.title);
                updates.set("affiliations", "department", id, tie.department);
                updates.set("affiliations", "role", id, tie.role);
                updates.set("affiliations", "from_date", id, tie.from);
                updates.set("affiliations", "to_date", id, tie.to);
            }
            None => self.add_affiliation(contact, tie, primary),
        }
    }

    /// Writes what was gathered and derives the contacts anew. A statement that fails ends the change: see `insert.rs`.
    pub fn write_updates(&mut self, updates: Updates) -> Result<()> {
        self.flush()?;
        if updates.changed.is_empty() {
            return Ok(());
        }
        self.keep_addresses(&updates.own_addresses)?;
        for ((table, column), values) in updates.values {
            // The last value for a row holds: later rows of the file have seen the earlier ones.
            let sql = include_str!("update_column.sql")
                .replace("{table}", table)
                .replace("{column}", column);
            self.change
                .prepare_cached(&sql)?
                .execute([Value::from(values).to_string()])?;
        }
        self.change
            .prepare_cached(include_str!("update_points.sql"))?
            .execute([Value::from(updates.points).to_string()])?;
        self.change
            .prepare_cached(include_str!("upsert_custom.sql"))?
            .execute([Value::from(updates.custom).to_string()])?;
        self.change
            .prepare_cached(include_str!("upsert_consent.sql"))?
            .execute([Value::from(updates.consents).to_string()])?;
        self.keep_left_addresses(&updates.moved)?;
        let ids: Vec<i64> = updates.changed.into_iter().collect();
        let sql = "UPDATE OR ROLLBACK contacts SET changed_at = ?2 WHERE id IN (SELECT value FROM json_each(?1))";
        self.change
            .prepare_cached(sql)?
            .execute((sql::ids(&ids), &self.change.now))?;
        derive_in_bulk(&self.change, &ids)
    }

    fn keep_addresses(&self, addresses: &[i64]) -> Result<()> {
        self.change
            .prepare_cached(KEEP_ADDRESSES)?
            .execute([sql::ids(addresses)])?;
        Ok(())
    }

    fn keep_left_addresses(&self, contacts: &[i64]) -> Result<()> {
        let left: Vec<i64> = self
            .change
            .prepare_cached(LEFT_ADDRESSES)?
            .query_map([sql::ids(contacts)], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        self.keep_addresses(&left)
    }
}

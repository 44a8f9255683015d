//! The fields that hold one value: whose value stays. Blanks are filled; notes are joined; who is not to be contacted, or
//! has died, stays so.

use std::collections::{BTreeMap, HashMap};

use sqlx::{AssertSqlSafe, SqliteConnection};

use super::types::ContactsMerge;
use crate::contacts::{Contact, Scalar};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::sql;

/// Of a member, where both are: the one that is given up stays in the trace.
pub(super) const MEMBER_NUMBER: &str = "member_number";

/// The columns of a contact that hold one value each, notes left out.
pub(super) fn columns() -> impl Iterator<Item = &'static str> {
    let codes = Scalar::all().map(|scalar| scalar.code);
    codes
        .filter(|code| *code != "notes")
        .chain(["job_title", "department", "photo"])
}

pub(super) fn value(contact: &Contact, column: &str) -> Option<String> {
    match column {
        "job_title" => contact.job_title.clone(),
        "department" => contact.department.clone(),
        "photo" => contact.photo.clone(),
        column => contact.scalar(column).map(|value| value.into_owned()),
    }
}

/// The custom values of contacts: by field, which contact has which. Those of retired fields too.
pub(super) type Custom = BTreeMap<String, HashMap<i64, String>>;

pub(super) async fn custom(conn: &mut SqliteConnection, contacts: &[Contact]) -> Result<Custom> {
    let ids: Vec<i64> = contacts.iter().map(|contact| contact.id).collect();
    let rows: Vec<(String, i64, String)> = sqlx::query_as(include_str!("custom_values.sql"))
        .bind(sql::ids(&ids))
        .fetch_all(conn)
        .await?;
    let mut custom = Custom::new();
    for (code, contact, value) in rows {
        custom.entry(code).or_default().insert(contact, value);
    }
    Ok(custom)
}

/// Gives the kept contact, the first, the values that stay.
pub(super) async fn take(
    change: &mut Change,
    contacts: &[Contact],
    input: &ContactsMerge,
) -> Result<()> {
    let custom = custom(change, contacts).await?;
    refuse_unknown(contacts, &custom, input)?;
    for column in columns() {
        let from = whose(contacts, input, column, |c| value(c, column).is_some());
        if let Some(from) = from.filter(|from| *from != input.into) {
            let sql = format!(
                "UPDATE contacts SET {column} = (SELECT {column} FROM contacts WHERE id = ?2) WHERE id = ?1"
            );
            run(change, sql, input.into, from).await?;
        }
    }
    for (code, values) in &custom {
        let from = whose(contacts, input, code, |c| values.contains_key(&c.id));
        if let Some(from) = from.filter(|from| *from != input.into) {
            let field = "(SELECT id FROM custom_fields WHERE code = ?3)";
            for sql in [
                format!("DELETE FROM custom_values WHERE contact_id = ?1 AND field_id = {field}"),
                format!(
                    "UPDATE custom_values SET contact_id = ?1 WHERE contact_id = ?2 AND field_id = {field}"
                ),
            ] {
                sqlx::query(AssertSqlSafe(sql))
                    .bind(input.into)
                    .bind(from)
                    .bind(code)
                    .execute(&mut **change)
                    .await?;
            }
        }
    }
    keep_notes(change, contacts, input).await?;
    let ids: Vec<i64> = contacts.iter().map(|contact| contact.id).collect();
    sqlx::query(include_str!("keep_flags.sql"))
        .bind(input.into)
        .bind(sql::ids(&ids))
        .execute(&mut **change)
        .await?;
    Ok(())
}

async fn run(conn: &mut SqliteConnection, sql: String, into: i64, from: i64) -> Result<()> {
    sqlx::query(AssertSqlSafe(sql))
        .bind(into)
        .bind(from)
        .execute(conn)
        .await?;
    Ok(())
}

/// Whose value stays: the chosen one's, else that of the first who has any.
fn whose(
    contacts: &[Contact],
    input: &ContactsMerge,
    field: &str,
    has: impl Fn(&Contact) -> bool,
) -> Option<i64> {
    if let Some(choice) = input.choose.iter().find(|choice| choice.field == field) {
        return Some(choice.contact);
    }
    let preferred = contacts.iter().filter(|c| Some(c.id) == input.prefer);
    let found = preferred.chain(contacts).find(|contact| has(contact));
    found.map(|contact| contact.id)
}

fn refuse_unknown(contacts: &[Contact], custom: &Custom, input: &ContactsMerge) -> Result<()> {
    let chosen = input.choose.iter().map(|choice| choice.contact);
    for id in chosen.chain(input.prefer) {
        if !contacts.iter().any(|contact| contact.id == id) {
            let message = format!("Contact {id} is none of those that are merged.");
            return Err(Error::invalid(message));
        }
    }
    for choice in &input.choose {
        let field = choice.field.as_str();
        let is_known = columns().any(|column| column == field)
            || field == "notes"
            || field == MEMBER_NUMBER
            || custom.contains_key(field);
        if !is_known {
            let message = format!("“{field}” is no field with one value to choose.");
            return Err(Error::field(field, message));
        }
    }
    Ok(())
}

/// All notes below each other, those that say nothing new left out; or the chosen one's alone.
async fn keep_notes(
    change: &mut Change,
    contacts: &[Contact],
    input: &ContactsMerge,
) -> Result<()> {
    let chosen = input.choose.iter().find(|choice| choice.field == "notes");
    let mut kept = String::new();
    for contact in contacts {
        let is_meant = chosen.is_none_or(|choice| choice.contact == contact.id);
        let note = contact.notes.as_deref().filter(|_| is_meant);
        match note.map(str::trim_end) {
            Some(note) if kept.is_empty() => kept.push_str(note),
            Some(note) if !kept.contains(note) => {
                kept.push_str("\n\n");
                kept.push_str(note);
            }
            _ => {}
        }
    }
    let own = contacts
        .first()
        .and_then(|contact| contact.notes.as_deref());
    if own.map(str::trim_end).unwrap_or_default() != kept {
        sqlx::query("UPDATE contacts SET notes = nullif(?2, '') WHERE id = ?1")
            .bind(input.into)
            .bind(kept)
            .execute(&mut **change)
            .await?;
    }
    Ok(())
}

//! Contacts that may be one person, side by side.

use std::collections::HashMap;

use sqlx::SqliteConnection;

use super::fields::{MEMBER_NUMBER, columns, custom, value};
use super::people;
use super::types::{MergeField, MergeLook};
use crate::contacts::{BySelection, Contact, selected};
use crate::error::Result;
use crate::sql;
use crate::workspace::Workspace;

/// What merging the selected contacts has to choose between.
///
/// # Errors
/// As [`super::merge`]; `ListChanged`.
pub async fn look(ws: &Workspace, input: &BySelection) -> Result<MergeLook> {
    let mut ids = selected(ws, &input.selection).await?.ids;
    ids.sort_unstable();
    ids.dedup();
    let mut conn = ws.read().await?;
    let contacts = people(&mut conn, &ids).await?;
    let mut fields: Vec<MergeField> = columns()
        .map(|column| MergeField {
            field: column.to_owned(),
            values: contacts.iter().map(|c| value(c, column)).collect(),
        })
        .collect();
    for (code, values) in custom(&mut conn, &contacts).await? {
        fields.push(MergeField {
            field: code,
            values: contacts
                .iter()
                .map(|c| values.get(&c.id).cloned())
                .collect(),
        });
    }
    fields.push(numbers(&mut conn, &contacts).await?);
    fields.retain(|field| differ(&field.values));
    Ok(MergeLook { contacts, fields })
}

/// Whether two of the contacts have different values: a blank is filled, and no choice.
fn differ(values: &[Option<String>]) -> bool {
    let mut there = values.iter().flatten();
    let first = there.next();
    there.any(|value| Some(value) != first)
}

async fn numbers(conn: &mut SqliteConnection, contacts: &[Contact]) -> Result<MergeField> {
    let ids: Vec<i64> = contacts.iter().map(|contact| contact.id).collect();
    let sql = "SELECT contact_id, number FROM members WHERE contact_id IN (SELECT value FROM json_each(?))";
    let numbers: Vec<(i64, String)> = sqlx::query_as(sql)
        .bind(sql::ids(&ids))
        .fetch_all(conn)
        .await?;
    let numbers: HashMap<i64, String> = numbers.into_iter().collect();
    Ok(MergeField {
        field: MEMBER_NUMBER.into(),
        values: contacts
            .iter()
            .map(|c| numbers.get(&c.id).cloned())
            .collect(),
    })
}

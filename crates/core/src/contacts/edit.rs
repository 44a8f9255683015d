//! Creating a contact and changing one: each a change of its own, undone together.

use uuid::Uuid;

use super::belonging::{belongs, insist_on_organization};
use super::derive::derive;
use super::details::one;
use super::edits;
use super::types::{
    Contact, ContactChanged, ContactCreate, ContactEdit, Edit, FieldValue, Warning,
};
use crate::error::{Error, Result};
use crate::fields::{self, Subject};
use crate::journal::Change;
use crate::operations::Operation;
use crate::owned::following;
use crate::sql;
use crate::values::name::{self, NameParts};
use crate::workspace::Workspace;

/// A new contact. One without a phone or e-mail is saved and stands as unreachable (R7).
///
/// # Errors
/// `Invalid` with the field, when a value can't be kept as it is (a day that doesn't exist, an unknown field), or
/// when nothing was given at all.
pub async fn create(ws: &Workspace, input: &ContactCreate) -> Result<ContactChanged> {
    let mut change = Change::begin(ws, Operation::ContactCreate).await?;
    let id = insert(&mut change).await?;
    fill(change, id, &input.set).await
}

/// The bare row of a new contact.
pub(crate) async fn insert(change: &mut Change) -> Result<i64> {
    let (batch, now) = (change.batch, change.now.clone());
    Ok(sqlx::query(include_str!("create.sql"))
        .bind(Uuid::now_v7().to_string())
        .bind(now)
        .bind(batch)
        .execute(&mut **change)
        .await?
        .last_insert_rowid())
}

/// Gives a contact that was just inserted its first values, and commits.
pub(crate) async fn fill(
    mut change: Change,
    id: i64,
    set: &[FieldValue],
) -> Result<ContactChanged> {
    if set.iter().all(|set| set.value.trim().is_empty()) {
        return Err(Error::field(
            "full_name",
            "A contact needs a name, a company, a phone or an e-mail.",
        ));
    }
    let edits: Vec<Edit> = set
        .iter()
        .map(|set| Edit::Set {
            field: set.field.clone(),
            value: set.value.clone(),
        })
        .collect();
    let warnings = edits::apply_all(&mut change, id, &edits).await?;
    fields::complete(&mut change, Subject::Contact, id).await?;
    insist_on_organization(&mut change, &[id]).await?;
    settle(change, id, warnings).await
}

/// Changes one contact.
///
/// # Errors
/// `NotFound`; `Invalid` with the field.
pub async fn edit(ws: &Workspace, input: &ContactEdit) -> Result<ContactChanged> {
    let mut change = Change::begin(ws, Operation::ContactEdit).await?;
    let exists: bool = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM contacts WHERE id = ?)")
        .bind(input.id)
        .fetch_one(&mut *change)
        .await?;
    if !exists {
        return Err(Error::not_found("contact", input.id));
    }
    let belonged = belongs(&mut change, input.id).await?;
    let warnings = edits::apply_all(&mut change, input.id, &input.edits).await?;
    // One that belonged to none before the rule was made may be edited without giving it one.
    if belonged {
        insist_on_organization(&mut change, &[input.id]).await?;
    }
    settle(change, input.id, warnings).await
}

/// What every change of a contact ends with: its name, the time, what is derived, the commit.
pub(crate) async fn settle(
    mut change: Change,
    id: i64,
    warnings: Vec<Warning>,
) -> Result<ContactChanged> {
    following::keep_left(&mut change, id).await?;
    edits::choose_primaries(&mut change, id).await?;
    let before = one(&mut change, id).await?;
    let name = display_name(&before);
    let now = change.now.clone();
    // A change of anything on the contact is a change of the contact; without any, there is no batch.
    if !change.is_empty().await? {
        sqlx::query("UPDATE contacts SET name = ?, changed_at = ? WHERE id = ?")
            .bind(name)
            .bind(now)
            .bind(id)
            .execute(&mut *change)
            .await?;
    }
    derive(&mut change, &sql::ids(&[id])).await?;
    let contact = one(&mut change, id).await?;
    Ok(ContactChanged {
        contact,
        batch: change.commit().await?,
        warnings,
    })
}

/// The name to show: by its parts, else by the company, else by the first point (R1).
pub(crate) fn display_name(contact: &Contact) -> String {
    let parts = NameParts {
        prefix: contact.prefix.as_deref(),
        first: contact.first_name.as_deref(),
        middle: contact.middle_name.as_deref(),
        last: contact.last_name.as_deref(),
        suffix: contact.suffix.as_deref(),
        nickname: contact.nickname.as_deref(),
        full: contact.full_name.as_deref(),
    };
    name::display(&parts)
        .or_else(|| contact.organizations.first().map(|o| o.name.clone()))
        .or_else(|| contact.points.first().map(|p| p.value.clone()))
        .unwrap_or_default()
}

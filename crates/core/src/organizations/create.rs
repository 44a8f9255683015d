//! A new organization.

use uuid::Uuid;

use super::edit::{apply_all, finish};
use super::types::{OrganizationChanged, OrganizationCreate, OrganizationKind, OrganizationStep};
use crate::error::{Error, Result};
use crate::fields::{self, Subject};
use crate::groups::folded;
use crate::journal::Change;
use crate::operations::Operation;
use crate::values::name;
use crate::workspace::Workspace;

/// A new organization. Another of the same name may be there: branches often share one.
///
/// # Errors
/// `Invalid` with the field.
pub async fn create(ws: &Workspace, input: &OrganizationCreate) -> Result<OrganizationChanged> {
    let mut change = Change::begin(ws, Operation::OrganizationCreate).await?;
    let name = required_name(&input.name)?;
    let id = insert(&mut change, input.kind, name).await?;
    let edits: Vec<OrganizationStep> = input
        .set
        .iter()
        .map(|set| OrganizationStep::Set {
            field: set.field.clone(),
            value: set.value.clone(),
        })
        .collect();
    let warnings = apply_all(&mut change, id, &edits).await?;
    fields::complete(&mut change, Subject::Organization, id).await?;
    finish(change, id, warnings).await
}

/// The name without blanks around it.
///
/// # Errors
/// `Invalid` when nothing is left.
pub(super) fn required_name(name: &str) -> Result<&str> {
    match name.trim() {
        "" => Err(Error::field("name", "An organization needs a name.")),
        name => Ok(name),
    }
}

/// The bare row.
pub(super) async fn insert(change: &mut Change, kind: OrganizationKind, name: &str) -> Result<i64> {
    let (now, batch) = (change.now.clone(), change.batch);
    let done = sqlx::query(include_str!("create.sql"))
        .bind(Uuid::now_v7().to_string())
        .bind(kind)
        .bind(name)
        .bind(folded(name))
        .bind(now)
        .bind(batch)
        .bind(name::sort_key(name))
        .execute(&mut **change)
        .await?;
    Ok(done.last_insert_rowid())
}

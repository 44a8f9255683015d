//! Making, changing and deleting views.

use super::arrange::put_in_order;
use super::list::{one, rows};
use super::types::{
    View, ViewById, ViewChanged, ViewContent, ViewCreate, ViewDuplicate, ViewSubject, ViewUpdate,
};
use crate::error::{Error, Result};
use crate::groups::folded;
use crate::journal::Change;
use crate::operations::Operation;
use crate::workspace::Workspace;

/// A new view, behind the others.
///
/// # Errors
/// `Invalid` with the field `name`.
pub async fn create(ws: &Workspace, input: &ViewCreate) -> Result<ViewChanged> {
    let mut change = Change::begin(ws, Operation::ViewCreate).await?;
    let id = insert(&mut change, input.subject, &input.name, &input.content).await?;
    done(change, Some(id)).await
}

/// Gives a view another name or another content.
///
/// # Errors
/// `NotFound`; `Invalid` with the field `name`.
pub async fn update(ws: &Workspace, input: &ViewUpdate) -> Result<ViewChanged> {
    let mut change = Change::begin(ws, Operation::ViewUpdate).await?;
    let (subject, view) = one(&mut change, input.id).await?;
    let name = match &input.name {
        Some(name) => free_name(&mut change, subject, name, Some(view.id)).await?,
        None => view.name,
    };
    let content = input.content.clone().unwrap_or(view.content);
    sqlx::query(include_str!("update.sql"))
        .bind(view.id)
        .bind(name)
        .bind(content.search)
        .bind(content.filter)
        .bind(serde_json::json!(content.columns).to_string())
        .bind(content.sort.field)
        .bind(content.sort.descending)
        .execute(&mut *change)
        .await?;
    done(change, Some(view.id)).await
}

/// The same view once more, right behind it.
///
/// # Errors
/// `NotFound`; `Invalid` with the field `name`.
pub async fn duplicate(ws: &Workspace, input: &ViewDuplicate) -> Result<ViewChanged> {
    let mut change = Change::begin(ws, Operation::ViewDuplicate).await?;
    let (subject, View { content, .. }) = one(&mut change, input.id).await?;
    let id = insert(&mut change, subject, &input.name, &content).await?;
    let others = rows(&mut change, subject).await?;
    let order = others.iter().map(|view| view.id).filter(|v| *v != id);
    let order: Vec<i64> = order
        .flat_map(|v| [Some(v), (v == input.id).then_some(id)])
        .flatten()
        .collect();
    put_in_order(&mut change, &order).await?;
    done(change, Some(id)).await
}

/// Deletes a view. What it showed stays as it is.
///
/// # Errors
/// `NotFound`.
pub async fn delete(ws: &Workspace, input: &ViewById) -> Result<ViewChanged> {
    let mut change = Change::begin(ws, Operation::ViewDelete).await?;
    one(&mut change, input.id).await?;
    sqlx::query("DELETE FROM views WHERE id = ?")
        .bind(input.id)
        .execute(&mut *change)
        .await?;
    done(change, None).await
}

async fn insert(
    change: &mut Change,
    subject: ViewSubject,
    name: &str,
    content: &ViewContent,
) -> Result<i64> {
    let name = free_name(change, subject, name, None).await?;
    let inserted = sqlx::query(include_str!("insert.sql"))
        .bind(subject.name())
        .bind(name)
        .bind(&content.search)
        .bind(&content.filter)
        .bind(serde_json::json!(content.columns).to_string())
        .bind(&content.sort.field)
        .bind(content.sort.descending)
        .execute(&mut **change)
        .await?;
    Ok(inserted.last_insert_rowid())
}

/// The name without blanks around it; two tabs of one list never read the same.
async fn free_name(
    change: &mut Change,
    subject: ViewSubject,
    name: &str,
    own: Option<i64>,
) -> Result<String> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::field("name", "A view needs a name."));
    }
    let wanted = folded(name);
    let is_taken = rows(change, subject)
        .await?
        .iter()
        .any(|view| Some(view.id) != own && folded(&view.name) == wanted);
    if is_taken {
        let message = format!("There is a view “{name}” already.");
        return Err(Error::field("name", message));
    }
    Ok(name.to_owned())
}

pub(super) async fn done(change: Change, id: Option<i64>) -> Result<ViewChanged> {
    Ok(ViewChanged {
        id,
        batch: change.commit().await?,
    })
}

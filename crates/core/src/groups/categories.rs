//! Categories of groups: made by naming them, renamed and deleted here.

use sqlx::SqliteConnection;

use super::names::folded;
use super::types::{GroupCategories, GroupCategory, GroupCategoryRename};
use crate::contacts::{BatchDone, ById};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::operations::Operation;
use crate::workspace::Workspace;

/// The categories by name, each with the number of its groups.
pub async fn categories(ws: &Workspace) -> Result<GroupCategories> {
    let rows: Vec<(i64, String, i64)> = sqlx::query_as(include_str!("categories.sql"))
        .fetch_all(&mut *ws.read().await?)
        .await?;
    let category = |(id, name, groups)| GroupCategory { id, name, groups };
    Ok(GroupCategories {
        categories: rows.into_iter().map(category).collect(),
    })
}

/// The category of that name, case and accents ignored, made when new; none for an empty name.
pub(super) async fn named(change: &mut Change, name: Option<&str>) -> Result<Option<i64>> {
    let Some(name) = name.map(str::trim).filter(|name| !name.is_empty()) else {
        return Ok(None);
    };
    if let Some(id) = find(change, name).await? {
        return Ok(Some(id));
    }
    let done = sqlx::query("INSERT INTO group_categories (name) VALUES (?)")
        .bind(name)
        .execute(&mut **change)
        .await?;
    Ok(Some(done.last_insert_rowid()))
}

async fn find(conn: &mut SqliteConnection, name: &str) -> Result<Option<i64>> {
    let all: Vec<(i64, String)> = sqlx::query_as("SELECT id, name FROM group_categories")
        .fetch_all(conn)
        .await?;
    let same = |(id, other): (i64, String)| (folded(&other) == folded(name)).then_some(id);
    Ok(all.into_iter().find_map(same))
}

/// # Errors
/// `NotFound`; `Invalid` when the name is empty or taken.
pub async fn rename_category(ws: &Workspace, input: &GroupCategoryRename) -> Result<BatchDone> {
    let name = input.name.trim();
    if name.is_empty() {
        return Err(Error::field("name", "A category needs a name."));
    }
    let mut change = Change::begin(ws, Operation::GroupCategoryRename).await?;
    if find(&mut change, name)
        .await?
        .is_some_and(|id| id != input.id)
    {
        let message = format!("There is a category “{name}” already.");
        return Err(Error::field("name", message));
    }
    let sql = "UPDATE group_categories SET name = ? WHERE id = ?";
    let done = sqlx::query(sql)
        .bind(name)
        .bind(input.id)
        .execute(&mut *change)
        .await?;
    finish(change, done.rows_affected(), input.id).await
}

/// Deletes a category; its groups stay, without one.
///
/// # Errors
/// `NotFound`
pub async fn delete_category(ws: &Workspace, input: &ById) -> Result<BatchDone> {
    let mut change = Change::begin(ws, Operation::GroupCategoryDelete).await?;
    sqlx::query("UPDATE groups SET category_id = NULL WHERE category_id = ?")
        .bind(input.id)
        .execute(&mut *change)
        .await?;
    let done = sqlx::query("DELETE FROM group_categories WHERE id = ?")
        .bind(input.id)
        .execute(&mut *change)
        .await?;
    finish(change, done.rows_affected(), input.id).await
}

async fn finish(change: Change, found: u64, id: i64) -> Result<BatchDone> {
    if found == 0 {
        return Err(Error::not_found("category", id));
    }
    Ok(BatchDone {
        batch: change.commit().await?,
        count: 0,
    })
}

//! Categories of groups: made here or by naming them, renamed, put in an order, deleted.

use sqlx::SqliteConnection;

use super::names::folded;
use super::types::{
    GroupCategories, GroupCategoriesArrange, GroupCategory, GroupCategoryAdd, GroupCategoryRename,
};
use crate::contacts::{BatchDone, ById};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::operations::Operation;
use crate::workspace::Workspace;

/// The categories in their order, each with the number of its groups.
pub async fn categories(ws: &Workspace) -> Result<GroupCategories> {
    let categories = rows(&mut *ws.read().await?).await?;
    Ok(GroupCategories { categories })
}

async fn rows(conn: &mut SqliteConnection) -> Result<Vec<GroupCategory>> {
    let rows: Vec<(i64, String, i64)> = sqlx::query_as(include_str!("categories.sql"))
        .fetch_all(conn)
        .await?;
    let category = |(id, name, groups)| GroupCategory { id, name, groups };
    Ok(rows.into_iter().map(category).collect())
}

/// A new category, behind the others.
///
/// # Errors
/// `Invalid` when the name is empty or taken.
pub async fn add_category(ws: &Workspace, input: &GroupCategoryAdd) -> Result<BatchDone> {
    let mut change = Change::begin(ws, Operation::GroupCategoryAdd).await?;
    let name = free(&mut change, &input.name, None).await?;
    insert(&mut change, &name).await?;
    done(change).await
}

/// Puts the categories in an order; those that are not named follow as they stand.
///
/// # Errors
/// Those of the database.
pub async fn arrange_categories(
    ws: &Workspace,
    input: &GroupCategoriesArrange,
) -> Result<BatchDone> {
    let mut change = Change::begin(ws, Operation::GroupCategoriesArrange).await?;
    let now: Vec<i64> = rows(&mut change).await?.iter().map(|k| k.id).collect();
    let named = input.ids.iter().filter(|id| now.contains(id));
    let others = now.iter().filter(|id| !input.ids.contains(id));
    for (position, id) in (1_i64..).zip(named.chain(others)) {
        sqlx::query("UPDATE group_categories SET position = ?2 WHERE id = ?1 AND position <> ?2")
            .bind(id)
            .bind(position)
            .execute(&mut *change)
            .await?;
    }
    done(change).await
}

/// A name that a category may have.
async fn free(conn: &mut SqliteConnection, name: &str, own: Option<i64>) -> Result<String> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::field("name", "A category needs a name."));
    }
    match find(conn, name).await? {
        Some(id) if Some(id) != own => Err(Error::field(
            "name",
            format!("There is a category “{name}” already."),
        )),
        _ => Ok(name.to_owned()),
    }
}

/// The category of that name, case and accents ignored, made when new; none for an empty name.
pub(super) async fn named(change: &mut Change, name: Option<&str>) -> Result<Option<i64>> {
    let Some(name) = name.map(str::trim).filter(|name| !name.is_empty()) else {
        return Ok(None);
    };
    if let Some(id) = find(change, name).await? {
        return Ok(Some(id));
    }
    Ok(Some(insert(change, name).await?))
}

/// Behind the others, once they have an order.
async fn insert(change: &mut Change, name: &str) -> Result<i64> {
    let done = sqlx::query(include_str!("add_category.sql"))
        .bind(name)
        .execute(&mut **change)
        .await?;
    Ok(done.last_insert_rowid())
}

/// # Errors
/// `NotFound`
pub async fn category_named(ws: &Workspace, name: &str) -> Result<i64> {
    let found = find(&mut *ws.read().await?, name).await?;
    found.ok_or_else(|| Error::not_found("category", name))
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
    let mut change = Change::begin(ws, Operation::GroupCategoryRename).await?;
    let name = free(&mut change, &input.name, Some(input.id)).await?;
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
    done(change).await
}

async fn done(change: Change) -> Result<BatchDone> {
    Ok(BatchDone {
        batch: change.commit().await?,
        count: 0,
    })
}

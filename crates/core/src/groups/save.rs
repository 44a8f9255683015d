//! Making, changing and deleting groups.

use sqlx::SqliteConnection;

use super::categories;
use super::circle;
use super::list::get;
use super::names::{folded, free};
use super::types::{GroupChanged, GroupCreate, GroupEdit, GroupIds};
use crate::contacts::BatchDone;
use crate::error::{Error, Result};
use crate::filters::{Catalog, read_for_group};
use crate::journal::Change;
use crate::operations::Operation;
use crate::sql;
use crate::workspace::Workspace;

const TYPES: [&str; 4] = ["general", "campaign", "event", "segment"];

/// Makes a group, with a filter a dynamic one.
///
/// # Errors
/// `Invalid` with the field: a name that is taken or empty, an unknown type, groups in a circle; `Filter`.
pub async fn create(ws: &Workspace, input: &GroupCreate) -> Result<GroupChanged> {
    let mut change = Change::begin(ws, Operation::GroupCreate).await?;
    let id = insert(ws, &mut change, input).await?;
    finish(ws, change, id).await
}

/// The group after the commit, with its counts.
pub(super) async fn finish(ws: &Workspace, change: Change, id: i64) -> Result<GroupChanged> {
    let batch = change.commit().await?;
    let group = get(ws, id).await?;
    Ok(GroupChanged { group, batch })
}

pub(super) async fn insert(
    ws: &Workspace,
    change: &mut Change,
    input: &GroupCreate,
) -> Result<i64> {
    let name = free(change, &input.name, None).await?;
    let kind_of_use = kind_of_use(input.kind_of_use.as_deref().unwrap_or("general"))?;
    let category = categories::named(change, input.category.as_deref()).await?;
    let filter = match input.filter.as_deref() {
        Some(text) => Some(checked_filter(ws, change, text, None, &name).await?),
        None => None,
    };
    let (now, batch) = (change.now.clone(), change.batch);
    let done = sqlx::query(include_str!("create.sql"))
        .bind(&name)
        .bind(folded(&name))
        .bind(category)
        .bind(kind_of_use)
        .bind(filter)
        .bind(words(input.description.as_deref()))
        .bind(now)
        .bind(batch)
        .execute(&mut **change)
        .await?;
    Ok(done.last_insert_rowid())
}

fn words(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

fn kind_of_use(name: &str) -> Result<&'static str> {
    let known = TYPES.into_iter().find(|known| *known == name.trim());
    known.ok_or_else(|| {
        Error::field(
            "type",
            format!(
                "“{name}” is no type of group. The types are {}.",
                TYPES.join(", ")
            ),
        )
    })
}

/// The text to keep: a filter that can be asked, that asks for something, and that does not lead back to its group.
async fn checked_filter(
    ws: &Workspace,
    conn: &mut SqliteConnection,
    text: &str,
    own: Option<i64>,
    name: &str,
) -> Result<String> {
    let catalog = Catalog::load(ws, conn).await?;
    let filter = read_for_group(text, &catalog).map_err(Error::Filter)?;
    if filter.is_empty() {
        return Err(Error::field(
            "filter",
            "A dynamic group needs at least one condition.",
        ));
    }
    circle::refuse(&catalog, &filter, own, name)?;
    Ok(filter.to_string())
}

/// Changes a group. A new name goes into every filter that names the group.
///
/// # Errors
/// As [`create`], `NotFound`.
pub async fn edit(ws: &Workspace, input: &GroupEdit) -> Result<GroupChanged> {
    let mut change = Change::begin(ws, Operation::GroupEdit).await?;
    let old: Option<(String, Option<String>)> =
        sqlx::query_as("SELECT name, filter FROM groups WHERE id = ?")
            .bind(input.id)
            .fetch_optional(&mut *change)
            .await?;
    let (old_name, old_filter) = old.ok_or_else(|| Error::not_found("group", input.id))?;
    let mut name = old_name.clone();
    if let Some(new) = &input.name {
        name = free(&mut change, new, Some(input.id)).await?;
        circle::rename(ws, &mut change, &old_name, &name).await?;
        set(
            &mut change,
            input.id,
            "name = ?2, folded = ?3",
            &name,
            Some(&folded(&name)),
        )
        .await?;
    }
    if let Some(text) = &input.filter {
        if old_filter.is_none() {
            let message = "Contacts are put into this group by hand: it has no filter.";
            return Err(Error::field("filter", message));
        }
        let filter = checked_filter(ws, &mut change, text, Some(input.id), &name).await?;
        set(&mut change, input.id, "filter = ?2", &filter, None).await?;
        circle::refuse_too_much(ws, &mut change).await?;
    }
    if let Some(kind) = &input.kind_of_use {
        set(&mut change, input.id, "type = ?2", kind_of_use(kind)?, None).await?;
    }
    if let Some(text) = &input.description {
        set(
            &mut change,
            input.id,
            "description = nullif(?2, '')",
            text.trim(),
            None,
        )
        .await?;
    }
    if input.category.is_some() {
        let category = categories::named(&mut change, input.category.as_deref()).await?;
        sqlx::query("UPDATE groups SET category_id = ? WHERE id = ?")
            .bind(category)
            .bind(input.id)
            .execute(&mut *change)
            .await?;
    }
    finish(ws, change, input.id).await
}

async fn set(
    conn: &mut SqliteConnection,
    id: i64,
    sets: &'static str,
    value: &str,
    second: Option<&str>,
) -> Result<()> {
    let sql = format!("UPDATE groups SET {sets} WHERE id = ?1");
    sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(id)
        .bind(value)
        .bind(second)
        .execute(conn)
        .await?;
    Ok(())
}

/// Deletes groups; their contacts stay.
///
/// # Errors
/// `NotFound`; `Invalid` when another group's filter names one of them.
pub async fn delete(ws: &Workspace, input: &GroupIds) -> Result<BatchDone> {
    let mut change = Change::begin(ws, Operation::GroupsDelete).await?;
    for id in &input.ids {
        let name: Option<String> = sqlx::query_scalar("SELECT name FROM groups WHERE id = ?")
            .bind(id)
            .fetch_optional(&mut *change)
            .await?;
        let name = name.ok_or_else(|| Error::not_found("group", id))?;
        circle::refuse_if_used(ws, &mut change, &name, &input.ids).await?;
    }
    remove(&mut change, &input.ids).await?;
    let contacts = change.count_contacts().await?;
    Ok(BatchDone {
        batch: Some(change.commit_with(contacts).await?),
        count: contacts as u64,
    })
}

pub(super) async fn remove(conn: &mut SqliteConnection, ids: &[i64]) -> Result<()> {
    for sql in [
        "DELETE FROM group_contacts WHERE group_id IN (SELECT value FROM json_each(?))",
        "DELETE FROM groups WHERE id IN (SELECT value FROM json_each(?))",
    ] {
        sqlx::query(sql)
            .bind(sql::ids(ids))
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}

//! Groups made of groups: merged, combined, duplicated.

use super::assign::{is_dynamic, put_in};
use super::circle;
use super::save::{finish, insert, remove};
use super::types::{
    Combination, GroupChanged, GroupCreate, GroupDuplicate, GroupsCombine, GroupsMerge,
};
use crate::contacts::{ContactsQuery, list};
use crate::error::{Error, Result};
use crate::filters::{Catalog, Comparison, Filter, Value};
use crate::journal::Change;
use crate::operations::Operation;
use crate::sql;
use crate::workspace::Workspace;

/// Moves the contacts of other groups into one, which is static; the others go. Filters that named them name the one.
///
/// # Errors
/// `NotFound`; `Invalid` when the group that takes the others in is dynamic, or is to be merged into itself.
pub async fn merge(ws: &Workspace, input: &GroupsMerge) -> Result<GroupChanged> {
    if input.from.is_empty() || input.from.contains(&input.into) {
        return Err(Error::invalid("Choose at least one other group to merge."));
    }
    let (ids, generation) = chosen(ws, &any_of(ws, &input.from).await?).await?;
    let mut change = Change::begin(ws, Operation::GroupsMerge).await?;
    change.expect_generation(Some(generation))?;
    if is_dynamic(&mut change, input.into).await? {
        let message =
            "A dynamic group can't take other groups in. Combine them into a new group instead.";
        return Err(Error::invalid(message));
    }
    let catalog = Catalog::load(ws, &mut change).await?;
    let into = name(&catalog, input.into)?;
    for id in &input.from {
        circle::rename(ws, &mut change, &name(&catalog, *id)?, &into).await?;
    }
    // What is recorded row by row goes before what is recorded as a range.
    sqlx::query(include_str!("keep_gone.sql"))
        .bind(input.into)
        .bind(sql::ids(&input.from))
        .execute(&mut *change)
        .await?;
    remove(&mut change, &input.from).await?;
    put_in(&mut change, input.into, &ids).await?;
    finish(ws, change, input.into).await
}

/// Makes a group of others: live, or of who is in them now.
///
/// # Errors
/// As [`super::create`]; `NotFound`.
pub async fn combine(ws: &Workspace, input: &GroupsCombine) -> Result<GroupChanged> {
    let filter = combination(ws, input).await?;
    if input.live {
        let group = GroupCreate {
            filter: Some(filter.to_string()),
            ..input.group.clone()
        };
        let mut change = Change::begin(ws, Operation::GroupsCombine).await?;
        let id = insert(ws, &mut change, &group).await?;
        return finish(ws, change, id).await;
    }
    let (ids, generation) = chosen(ws, &filter).await?;
    let mut change = Change::begin(ws, Operation::GroupsCombine).await?;
    change.expect_generation(Some(generation))?;
    let group = GroupCreate {
        filter: None,
        ..input.group.clone()
    };
    let id = insert(ws, &mut change, &group).await?;
    put_in(&mut change, id, &ids).await?;
    finish(ws, change, id).await
}

/// A group like another: filter and pins, or contacts.
///
/// # Errors
/// `NotFound`; `Invalid` when the name is taken.
pub async fn duplicate(ws: &Workspace, input: &GroupDuplicate) -> Result<GroupChanged> {
    let original = super::get(ws, input.id).await?;
    let mut change = Change::begin(ws, Operation::GroupDuplicate).await?;
    let group = GroupCreate {
        name: input.name.clone(),
        category: original.category,
        kind_of_use: Some(original.kind_of_use),
        filter: original.filter,
        description: original.description,
    };
    let id = insert(ws, &mut change, &group).await?;
    sqlx::query(include_str!("copy_contacts.sql"))
        .bind(input.id)
        .bind(id)
        .execute(&mut *change)
        .await?;
    finish(ws, change, id).await
}

fn name(catalog: &Catalog, id: i64) -> Result<String> {
    let group = catalog.group_by_id(id);
    Ok(group
        .ok_or_else(|| Error::not_found("group", id))?
        .name
        .clone())
}

fn in_group(name: String) -> Filter {
    Filter::Compare {
        field: "group".into(),
        op: Comparison::Equal,
        value: Value::text(name),
    }
}

fn in_any(mut names: Vec<String>) -> Filter {
    match names.len() {
        1 => in_group(names.remove(0)),
        _ => Filter::In {
            field: "group".into(),
            values: names.into_iter().map(Value::text).collect(),
        },
    }
}

async fn any_of(ws: &Workspace, ids: &[i64]) -> Result<Filter> {
    let catalog = Catalog::load(ws, &mut *ws.read().await?).await?;
    let names: Result<Vec<String>> = ids.iter().map(|id| name(&catalog, *id)).collect();
    Ok(in_any(names?))
}

async fn combination(ws: &Workspace, input: &GroupsCombine) -> Result<Filter> {
    let catalog = Catalog::load(ws, &mut *ws.read().await?).await?;
    let names: Result<Vec<String>> = input.of.iter().map(|id| name(&catalog, *id)).collect();
    let mut names = names?;
    if names.len() < 2 {
        return Err(Error::invalid("Choose at least two groups to combine."));
    }
    Ok(match input.how {
        Combination::Union => in_any(names),
        Combination::Intersect => Filter::All {
            parts: names.into_iter().map(in_group).collect(),
        },
        Combination::Except => {
            let first = in_group(names.remove(0));
            let others = Filter::Not {
                part: Box::new(in_any(names)),
            };
            Filter::All {
                parts: vec![first, others],
            }
        }
    })
}

/// Who meets the filter now.
async fn chosen(ws: &Workspace, filter: &Filter) -> Result<(Vec<i64>, i64)> {
    let query = ContactsQuery {
        filter: filter.to_string(),
        ..ContactsQuery::default()
    };
    let list = list(ws, &mut *ws.read().await?, &query).await?;
    Ok((list.ids.clone(), list.generation))
}

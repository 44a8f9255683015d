//! Groups that are named by filters, of other groups and of views: no circle, no name that has gone.

use sqlx::SqliteConnection;

use crate::error::{Error, Result};
use crate::filters::{Catalog, Filter, Value, parse};
use crate::groups::folded;
use crate::workspace::Workspace;

/// The groups that a filter names.
fn used(filter: &Filter, catalog: &Catalog) -> Vec<i64> {
    let mut ids = Vec::new();
    filter.visit(&mut |node| {
        if node.field() == Some("group") {
            let names = values(node).iter().filter_map(|value| match value {
                Value::Text { text } => Some(catalog.group(text)?.id),
                _ => None,
            });
            ids.extend(names);
        }
    });
    ids
}

fn values(node: &Filter) -> &[Value] {
    match node {
        Filter::Compare { value, .. } => std::slice::from_ref(value),
        Filter::In { values, .. } => values,
        _ => &[],
    }
}

/// Refuses a filter that leads back to its own group (`own`; a new group has none that could lead back).
pub(super) fn refuse(
    catalog: &Catalog,
    filter: &Filter,
    own: Option<i64>,
    name: &str,
) -> Result<()> {
    let Some(own) = own else { return Ok(()) };
    let mut path = vec![name.to_owned()];
    match leads_to(catalog, filter, own, &mut path, &mut Vec::new()) {
        true => Err(Error::field(
            "filter",
            format!("The groups would go in a circle: {}.", path.join(" uses ")),
        )),
        false => Ok(()),
    }
}

/// Whether the filter uses the group, over however many others; `path` then names them all.
fn leads_to(
    catalog: &Catalog,
    filter: &Filter,
    target: i64,
    path: &mut Vec<String>,
    seen: &mut Vec<i64>,
) -> bool {
    for id in used(filter, catalog) {
        let Some(group) = catalog.group_by_id(id) else {
            continue;
        };
        path.push(format!("“{}”", group.name));
        if id == target {
            return true;
        }
        let next = group.filter.as_deref().map(|text| parse(text, catalog));
        if let Some(Ok(next)) = next
            && !seen.contains(&id)
        {
            seen.push(id);
            if leads_to(catalog, &next, target, path, seen) {
                return true;
            }
        }
        path.pop();
    }
    false
}

/// The dynamic groups whose filters name the group.
fn users<'c>(catalog: &'c Catalog, name: &str) -> Vec<(i64, &'c str, Filter)> {
    let Some(id) = catalog.group(name).map(|group| group.id) else {
        return Vec::new();
    };
    let filters = catalog.groups().iter().filter_map(|group| {
        let filter = parse(group.filter.as_deref()?, catalog).ok()?;
        Some((group.id, group.name.as_str(), filter))
    });
    filters
        .filter(|(_, _, filter)| used(filter, catalog).contains(&id))
        .collect()
}

/// Puts a group's new name into the filters of groups and views that name it; to be called while it still has the old
/// one. A filter that can't be read any more stays as it is, and whatever it is of says so.
pub(super) async fn rename(
    ws: &Workspace,
    conn: &mut SqliteConnection,
    old: &str,
    new: &str,
) -> Result<()> {
    let catalog = Catalog::load(ws, conn).await?;
    for (id, _, mut filter) in users(&catalog, old) {
        filter.rename_group(&folded(old), new);
        sqlx::query("UPDATE groups SET filter = ? WHERE id = ?")
            .bind(filter.to_string())
            .bind(id)
            .execute(&mut *conn)
            .await?;
    }
    rename_in_views(&catalog, conn, old, new).await
}

async fn rename_in_views(
    catalog: &Catalog,
    conn: &mut SqliteConnection,
    old: &str,
    new: &str,
) -> Result<()> {
    let id = catalog.group(old).map(|group| group.id);
    let sql = "SELECT id, filter FROM views WHERE subject = 'contact' AND filter <> ''";
    let views: Vec<(i64, String)> = sqlx::query_as(sql).fetch_all(&mut *conn).await?;
    for (view, text) in views {
        let Ok(mut filter) = parse(&text, catalog) else {
            continue;
        };
        if !id.is_some_and(|id| used(&filter, catalog).contains(&id)) {
            continue;
        }
        filter.rename_group(&folded(old), new);
        sqlx::query("UPDATE views SET filter = ? WHERE id = ?")
            .bind(filter.to_string())
            .bind(view)
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}

/// Refuses to let a group go that filters of others than `going` name.
pub(super) async fn refuse_if_used(
    ws: &Workspace,
    conn: &mut SqliteConnection,
    name: &str,
    going: &[i64],
) -> Result<()> {
    let catalog = Catalog::load(ws, conn).await?;
    let others: Vec<String> = users(&catalog, name)
        .into_iter()
        .filter(|(id, ..)| !going.contains(id))
        .map(|(_, name, _)| format!("“{name}”"))
        .collect();
    if others.is_empty() {
        return Ok(());
    }
    Err(Error::invalid(format!(
        "The group “{name}” is part of the filter of {}. Change that filter first.",
        others.join(", ")
    )))
}

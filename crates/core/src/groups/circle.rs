//! Groups that are named by filters, of other groups and of views: no circle, no name that has gone.

use sqlx::SqliteConnection;

use crate::error::{Error, Result};
use crate::filters::{Catalog, Expected, Filter, parse, read_for_group};
use crate::groups::folded;
use crate::workspace::Workspace;

/// The groups that a filter names.
fn used(filter: &Filter, catalog: &Catalog) -> Vec<i64> {
    let mut ids = Vec::new();
    filter.visit(&mut |node| {
        if !is_about_all(node) {
            ids.extend(catalog.used_by(node));
        }
    });
    ids
}

/// A condition on the number of groups, which every group is asked for.
fn is_about_all(node: &Filter) -> bool {
    matches!(node, Filter::Has { .. } | Filter::Count { .. }) && node.field() == Some("group")
}

fn asks_all(filter: &Filter) -> bool {
    let mut asks = false;
    filter.visit(&mut |node| asks |= is_about_all(node));
    asks
}

/// Refuses a filter that leads back to its own group (`own`; a new group has none that could name it).
pub(super) fn refuse(
    catalog: &Catalog,
    filter: &Filter,
    own: Option<i64>,
    name: &str,
) -> Result<()> {
    let mut path = vec![name.to_owned()];
    let hint = match leads_to(catalog, filter, own, &mut path, &mut Vec::new()) {
        None => return Ok(()),
        Some(Circle::Named) => String::new(),
        Some(Circle::All) => {
            path.push(format!("the number of groups, and so “{name}”"));
            " Name the groups that are meant, as in group in (\"Board\", \"Choir\").".to_owned()
        }
    };
    Err(Error::field(
        "filter",
        format!(
            "The groups would go in a circle: {}.{hint}",
            path.join(" uses ")
        ),
    ))
}

/// How a filter leads back to its group.
enum Circle {
    Named,
    /// By asking in how many groups a contact is.
    All,
}

/// Whether the filter uses the group, over however many others; `path` then names them all.
fn leads_to(
    catalog: &Catalog,
    filter: &Filter,
    target: Option<i64>,
    path: &mut Vec<String>,
    seen: &mut Vec<i64>,
) -> Option<Circle> {
    if asks_all(filter) {
        return Some(Circle::All);
    }
    for id in used(filter, catalog) {
        let Some(group) = catalog.group_by_id(id) else {
            continue;
        };
        path.push(format!("“{}”", group.name));
        if Some(id) == target {
            return Some(Circle::Named);
        }
        let next = group.filter.as_deref().map(|text| parse(text, catalog));
        if let Some(Ok(next)) = next
            && !seen.contains(&id)
        {
            seen.push(id);
            if let Some(circle) = leads_to(catalog, &next, target, path, seen) {
                return Some(circle);
            }
        }
        path.pop();
    }
    None
}

/// Refuses a change of a group after which a group that uses it would ask too much.
pub(super) async fn refuse_too_much(ws: &Workspace, conn: &mut SqliteConnection) -> Result<()> {
    let catalog = Catalog::load(ws, conn).await?;
    for group in catalog.groups() {
        if let Some(text) = &group.filter
            && let Err(mistake) = read_for_group(text, &catalog)
            && matches!(mistake.expected, Expected::Less { .. })
        {
            let message = format!(
                "With it, the group “{}” would ask too much. {mistake}",
                group.name
            );
            return Err(Error::field("filter", message));
        }
    }
    Ok(())
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

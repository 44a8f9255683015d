//! Which organizations, in which order: an array of ids, made once for a state of the workspace and kept.

use std::collections::HashSet;
use std::sync::Arc;

use sqlx::{AssertSqlSafe, SqliteConnection};

use super::types::{OrganizationSelection, OrganizationSortField, OrganizationsQuery};
use crate::contacts::Selected;
use crate::error::Result;
use crate::journal;
use crate::lists::{List, Texts};
use crate::sql;
use crate::values::fold;
use crate::workspace::Workspace;

/// The ids of all organizations that match, in order.
pub(crate) async fn list(
    ws: &Workspace,
    conn: &mut SqliteConnection,
    query: &OrganizationsQuery,
) -> Result<Arc<List>> {
    let generation = journal::generation(conn).await?;
    let day = ws.today();
    let query = OrganizationsQuery {
        search: query.search.trim().to_owned(),
        ..query.clone()
    };
    if let Some(list) = ws.organization_lists().get(&query, generation, day) {
        return Ok(list);
    }
    let ids = if query.search.is_empty() {
        ordered(conn, &query).await?
    } else {
        let whole = OrganizationsQuery {
            search: String::new(),
            ..query.clone()
        };
        let order = Box::pin(list(ws, conn, &whole)).await?;
        let found = searched(ws, conn, generation, &query.search).await?;
        let matches = |id: &i64| found.contains(id);
        order.ids.iter().copied().filter(matches).collect()
    };
    let made = Arc::new(List {
        generation,
        day,
        ids,
    });
    ws.organization_lists().put(query, made.clone());
    Ok(made)
}

async fn searched(
    ws: &Workspace,
    conn: &mut SqliteConnection,
    generation: i64,
    search: &str,
) -> Result<HashSet<i64>> {
    let texts = match ws.organization_lists().texts(generation) {
        Some(texts) => texts,
        None => {
            let texts = Arc::new(load_texts(conn, generation).await?);
            ws.organization_lists().keep_texts(texts.clone());
            texts
        }
    };
    let needles = fold::query(search).into_iter();
    let patterns: Vec<String> = needles.map(|needle| needle.pattern).collect();
    Ok(texts.find(&patterns).into_iter().collect())
}

/// What each organization is found by. Folded here and not kept: there are far fewer organizations than contacts.
async fn load_texts(conn: &mut SqliteConnection, generation: i64) -> Result<Texts> {
    let (ids, lines): (Option<String>, Option<String>) = sqlx::query_as(include_str!("texts.sql"))
        .fetch_one(&mut *conn)
        .await?;
    let ids = sql::parse_ids(ids);
    let lines = lines.unwrap_or_default();
    let mut text = String::with_capacity(lines.len() * 2);
    for (i, line) in lines.split('\n').enumerate() {
        if i > 0 {
            text.push('\n');
        }
        fold_line(line, &mut text);
    }
    Ok(Texts::new(generation, ids, text))
}

/// Fields stand apart by the unit separator.
fn fold_line(line: &str, out: &mut String) {
    let is_phone = |field: &str| {
        let digits = field.strip_prefix('+').unwrap_or_default();
        digits.len() > 5 && digits.bytes().all(|b| b.is_ascii_digit())
    };
    for field in line.split('\u{1f}') {
        if is_phone(field) {
            fold::phone_digits_into(field, "", out);
        } else {
            fold::fold_into(field, out);
        }
    }
}

/// What a column is sorted by; those without a value stand last.
fn sort_value(field: OrganizationSortField) -> &'static str {
    use OrganizationSortField as Field;
    match field {
        Field::Name => "o.sort_key",
        Field::Kind => "o.kind",
        Field::Number => "lower(o.number)",
        Field::Contacts => "coalesce(n.contacts, 0)",
        Field::Parent => {
            "(SELECT sort_key FROM organizations p WHERE p.id = o.parent_id AND p.deleted_at IS NULL)"
        }
        Field::Phone => {
            "(SELECT coalesce(normalized, value) FROM organization_points p WHERE p.organization_id = o.id AND p.kind = 'phone' AND p.is_primary = 1)"
        }
        Field::Email => {
            "(SELECT coalesce(normalized, value) FROM organization_points p WHERE p.organization_id = o.id AND p.kind = 'email' AND p.is_primary = 1)"
        }
        Field::Website => {
            "(SELECT normalized FROM organization_points p WHERE p.organization_id = o.id AND p.kind = 'website' AND p.is_primary = 1)"
        }
        Field::Industry => "lower(o.industry)",
        Field::Size => "lower(o.size)",
        Field::Owner => "lower(o.owner)",
        Field::City => {
            "(SELECT lower(city) FROM organization_addresses a WHERE a.organization_id = o.id AND a.is_primary = 1)"
        }
        Field::Country => {
            "(SELECT country FROM organization_addresses a WHERE a.organization_id = o.id AND a.is_primary = 1)"
        }
        Field::Created => "o.id",
        Field::Changed => "o.changed_at",
    }
}

async fn ordered(conn: &mut SqliteConnection, query: &OrganizationsQuery) -> Result<Vec<i64>> {
    let value = sort_value(query.sort.field);
    let direction = if query.sort.descending { "DESC" } else { "ASC" };
    let counts = match query.sort.field {
        OrganizationSortField::Contacts => concat!(
            "LEFT JOIN (",
            include_str!("with_contacts.sql"),
            ") n ON n.organization_id = o.id"
        ),
        _ => "",
    };
    let deleted = if query.trash {
        "IS NOT NULL"
    } else {
        "IS NULL"
    };
    let sql = format!(
        "SELECT group_concat(id) FROM (
           SELECT o.id, {value} AS value FROM organizations o {counts}
           WHERE o.deleted_at {deleted} AND (?1 IS NULL OR o.kind = ?1)
           ORDER BY value IS NULL, value {direction}, o.sort_key, o.id
         )"
    );
    let ids = sqlx::query_scalar(AssertSqlSafe(sql))
        .bind(query.kind)
        .fetch_one(conn)
        .await?;
    Ok(sql::parse_ids(ids))
}

/// All organizations of a query as they are now.
pub async fn selection_of(
    ws: &Workspace,
    query: &OrganizationsQuery,
) -> Result<OrganizationSelection> {
    let list = list(ws, &mut *ws.read().await?, query).await?;
    Ok(OrganizationSelection::Ranges {
        query: query.clone(),
        generation: list.generation,
        ranges: vec![(0, list.ids.len() as u32)],
    })
}

/// Resolves a selection. One made of ranges holds only for the list that it was made on.
///
/// # Errors
/// `ListChanged` when the workspace has changed since.
pub(crate) async fn selected(
    ws: &Workspace,
    selection: &OrganizationSelection,
) -> Result<Selected> {
    match selection {
        OrganizationSelection::Ids { ids } => Ok(Selected {
            ids: ids.clone(),
            generation: None,
        }),
        OrganizationSelection::Ranges {
            query,
            generation,
            ranges,
        } => {
            let list = list(ws, &mut *ws.read().await?, query).await?;
            let ids = list.ids_in(*generation, ranges)?;
            Ok(Selected {
                ids,
                generation: Some(*generation),
            })
        }
    }
}

//! Which organizations, in which order: an array of ids, made once for a state of the workspace and kept.

use std::collections::HashSet;
use std::sync::Arc;

use sqlx::SqliteConnection;

use super::types::{OrganizationSelection, OrganizationsQuery};
use crate::contacts::{Selected, Sort};
use crate::error::{Error, Result};
use crate::fields::{Subject, fields_of};
use crate::journal;
use crate::lists::{self, List, Source, Texts};
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

/// Whether every workspace can sort its organizations by this field.
pub fn sorts_by(field: &str) -> bool {
    field == "name" || source(field).is_some()
}

/// Where the values of a column are.
fn source(field: &str) -> Option<Source> {
    let own = |column| format!("SELECT id, {column} AS value FROM organizations");
    let of_point = |kind| include_str!("sort_points.sql").replace("{kind}", kind);
    let of_address = |part| {
        format!(
            "SELECT organization_id AS id, {part} AS value FROM organization_addresses WHERE is_primary = 1"
        )
    };
    Some(match field {
        "number" | "industry" | "size" | "owner" => Source::text(own(field)),
        "kind" => Source::signs(own("kind")),
        "contacts" => Source::number(include_str!("sort_contacts.sql")),
        "parent" => Source::text(include_str!("sort_parents.sql")),
        "phone" | "email" | "website" => Source::signs(of_point(field)),
        "city" => Source::text(of_address("city")),
        "country" => Source::signs(of_address("country")),
        // What came in one second stands as it came.
        "created" => Source::signs(own("created_at || printf('%012d', id)")),
        "changed" => Source::signs(own("changed_at")),
        _ => return None,
    })
}

async fn custom_source(conn: &mut SqliteConnection, code: &str) -> Result<Source> {
    let fields = fields_of(conn, Subject::Organization).await?;
    let field = fields.iter().find(|field| field.code == code);
    let field = field
        .ok_or_else(|| Error::field("sort", format!("Organizations can't be sorted by {code}.")))?;
    Ok(Source::custom(field))
}

/// Those of a kind in the order of their names, then in the one that is asked for.
async fn ordered(conn: &mut SqliteConnection, query: &OrganizationsQuery) -> Result<Vec<i64>> {
    let Sort { field, descending } = &query.sort;
    let named = sqlx::query_scalar(include_str!("names_in_order.sql"))
        .bind(query.kind)
        .bind(query.trash)
        .fetch_one(&mut *conn)
        .await?;
    let mut names = sql::parse_ids(named);
    if field == "name" {
        if *descending {
            names.reverse();
        }
        return Ok(names);
    }
    let source = match source(field) {
        Some(source) => source,
        None => custom_source(conn, field).await?,
    };
    lists::by(conn, &source, *descending, &names).await
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

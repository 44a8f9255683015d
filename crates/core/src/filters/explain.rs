//! A filter held against one contact: each part true or false, and the values it saw.

use serde::Serialize;
use sqlx::SqliteConnection;
use ts_rs::TS;

use super::catalog::Catalog;
use super::compile::{Compiler, Reach, seen};
use super::field::{self, Source};
use super::parse::parse;
use super::sql::{Arg, Sql};
use super::tree::Filter;
use crate::error::Result;
use crate::groups::folded;

/// What a part of a filter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    All,
    Any,
    Not,
    Condition,
}

/// A part of a filter, held against a contact.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Part {
    pub kind: PartKind,
    /// The text of a condition; empty for the others.
    pub text: String,
    /// The condition itself; null for the others.
    pub condition: Option<Filter>,
    pub holds: bool,
    /// What the contact has in the field of a condition.
    pub values: Vec<String>,
    pub parts: Vec<Part>,
}

/// None when the text can't be read any more.
pub(crate) async fn explain(
    catalog: &Catalog,
    conn: &mut SqliteConnection,
    text: &str,
    contact: i64,
) -> Result<Option<Part>> {
    match parse(text, catalog) {
        Ok(filter) => Ok(Some(part(catalog, conn, &filter, contact).await?)),
        Err(_) => Ok(None),
    }
}

async fn part(
    catalog: &Catalog,
    conn: &mut SqliteConnection,
    filter: &Filter,
    contact: i64,
) -> Result<Part> {
    let (kind, inner): (PartKind, Vec<&Filter>) = match filter {
        Filter::All { parts } => (PartKind::All, parts.iter().collect()),
        Filter::Any { parts } => (PartKind::Any, parts.iter().collect()),
        Filter::Not { part } => (PartKind::Not, vec![part]),
        _ => (PartKind::Condition, Vec::new()),
    };
    let mut parts = Vec::new();
    for filter in inner {
        parts.push(Box::pin(part(catalog, conn, filter, contact)).await?);
    }
    let condition = Compiler::new(catalog, Reach::Few).filter(filter);
    let is_leaf = kind == PartKind::Condition;
    Ok(Part {
        kind,
        text: if is_leaf {
            filter.to_string()
        } else {
            String::new()
        },
        condition: is_leaf.then(|| filter.clone()),
        holds: holds(conn, condition, contact).await?,
        values: match filter.field() {
            Some(name) if is_leaf => values(catalog, conn, name, contact).await?,
            _ => Vec::new(),
        },
        parts,
    })
}

/// Whether a condition holds for one contact.
async fn holds(conn: &mut SqliteConnection, condition: Sql, contact: i64) -> Result<bool> {
    let mut sql = condition.wrapped(
        "SELECT EXISTS (SELECT 1 FROM contacts c WHERE ",
        " AND c.id = ?)",
    );
    sql.args.push(Arg::Integer(contact));
    sql.scalar(conn).await
}

pub(crate) async fn is_in_group(
    catalog: &Catalog,
    conn: &mut SqliteConnection,
    group: i64,
    contact: i64,
) -> Result<bool> {
    let condition = Compiler::new(catalog, Reach::Few).group(group);
    holds(conn, condition, contact).await
}

async fn values(
    catalog: &Catalog,
    conn: &mut SqliteConnection,
    name: &str,
    contact: i64,
) -> Result<Vec<String>> {
    let Some(field) = field::find(name, catalog) else {
        return Ok(Vec::new());
    };
    let mut sql = seen(&field);
    sql.args.push(Arg::Integer(contact));
    let json: Option<String> = sql.scalar(&mut *conn).await?;
    let mut values: Vec<String> =
        serde_json::from_str(json.as_deref().unwrap_or("[]")).unwrap_or_default();
    if field.source == Source::Group {
        values.extend(dynamic_groups(catalog, conn, contact).await?);
        values.sort_by_key(|name| folded(name));
    }
    Ok(values)
}

/// The names of the dynamic groups that a contact is in.
async fn dynamic_groups(
    catalog: &Catalog,
    conn: &mut SqliteConnection,
    contact: i64,
) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for group in catalog.groups() {
        if group.filter.is_some() && is_in_group(catalog, conn, group.id, contact).await? {
            names.push(group.name.clone());
        }
    }
    Ok(names)
}

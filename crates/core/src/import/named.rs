//! Mappings with a name (I15): saved from an import, chosen for another file, renamed, deleted. They know columns by their
//! headers, so that they also serve a file whose columns stand in another order.

use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;
use ts_rs::TS;

use super::plan::{Plan, plan};
use super::remember::{apply, decisions};
use super::run::with_country;
use super::source::open;
use super::types::{ColumnMapping, ImportRequest, PreviewColumn};
use crate::error::{Error, Result};
use crate::fields::CustomField;
use crate::groups::folded;
use crate::guess::normalize_header;
use crate::journal::Change;
use crate::operations::Operation;
use crate::workspace::Workspace;

/// A decision for the column of a header; of several with one header, in their order.
#[derive(Serialize, Deserialize)]
struct Named {
    header: String,
    mapping: ColumnMapping,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct NamedMapping {
    pub name: String,
    /// The headers that it knows, in their order.
    pub headers: Vec<String>,
    pub saved_at: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct NamedMappings {
    pub mappings: Vec<NamedMapping>,
}

/// What is decided in a request, to be kept under a name; one of the same name is replaced.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct MappingSave {
    pub name: String,
    pub request: ImportRequest,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct MappingRename {
    pub name: String,
    pub to: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct MappingByName {
    pub name: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct MappingChanged {
    /// The batch to undo; null when nothing changed.
    pub batch: Option<i64>,
}

/// All named mappings, by name.
pub async fn mappings(ws: &Workspace) -> Result<NamedMappings> {
    let mut conn = ws.read().await?;
    let sql = "SELECT name, columns, saved_at FROM named_mappings ORDER BY folded";
    let rows: Vec<(String, String, String)> = sqlx::query_as(sql).fetch_all(&mut *conn).await?;
    let of = |(name, columns, saved_at): (String, String, String)| {
        let columns: Vec<Named> = serde_json::from_str(&columns).unwrap_or_default();
        let headers = columns.into_iter().map(|column| column.header).collect();
        NamedMapping {
            name,
            headers,
            saved_at,
        }
    };
    Ok(NamedMappings {
        mappings: rows.into_iter().map(of).collect(),
    })
}

/// Keeps what a request decides under a name.
pub async fn save(ws: &Workspace, input: MappingSave) -> Result<MappingChanged> {
    let name = checked(&input.name)?;
    let request = input.request;
    let table = open(&request.source, &request.options).await?;
    let mut conn = ws.read().await?;
    let request = with_country(&mut conn, request).await?;
    let plan = plan(&mut conn, &table, &request).await?;
    drop(conn);
    let mut change = Change::begin(ws, Operation::MappingSave).await?;
    let now = change.now.clone();
    let columns = columns_of(&plan)?;
    let known = find(&mut change, &name).await.ok();
    let sql = match known {
        Some(_) => {
            "UPDATE named_mappings SET name = ?2, folded = ?3, columns = ?4, saved_at = ?5 WHERE id = ?1"
        }
        None => {
            "INSERT INTO named_mappings (id, name, folded, columns, saved_at) VALUES (?1, ?2, ?3, ?4, ?5)"
        }
    };
    sqlx::query(sql)
        .bind(known)
        .bind(&name)
        .bind(folded(&name))
        .bind(columns)
        .bind(now)
        .execute(&mut *change)
        .await?;
    Ok(MappingChanged {
        batch: change.commit().await?,
    })
}

/// # Errors
/// `NotFound`; `Invalid` for a name that another has.
pub async fn rename(ws: &Workspace, input: &MappingRename) -> Result<MappingChanged> {
    let to = checked(&input.to)?;
    let mut change = Change::begin(ws, Operation::MappingRename).await?;
    let id = find(&mut change, &input.name).await?;
    if find(&mut change, &to).await.is_ok_and(|other| other != id) {
        return Err(Error::field(
            "to",
            format!("Another mapping is called “{to}”."),
        ));
    }
    sqlx::query("UPDATE named_mappings SET name = ?2, folded = ?3 WHERE id = ?1")
        .bind(id)
        .bind(&to)
        .bind(folded(&to))
        .execute(&mut *change)
        .await?;
    Ok(MappingChanged {
        batch: change.commit().await?,
    })
}

/// # Errors
/// `NotFound`.
pub async fn delete(ws: &Workspace, input: &MappingByName) -> Result<MappingChanged> {
    let mut change = Change::begin(ws, Operation::MappingDelete).await?;
    let id = find(&mut change, &input.name).await?;
    sqlx::query("DELETE FROM named_mappings WHERE id = ?")
        .bind(id)
        .execute(&mut *change)
        .await?;
    Ok(MappingChanged {
        batch: change.commit().await?,
    })
}

/// Lets a named mapping take the place of the proposals.
///
/// # Errors
/// `NotFound`.
pub(super) async fn apply_named(
    conn: &mut SqliteConnection,
    name: &str,
    columns: &mut [PreviewColumn],
    customs: &[CustomField],
) -> Result<()> {
    let id = find(conn, name).await?;
    let sql = "SELECT columns FROM named_mappings WHERE id = ?";
    let text: String = sqlx::query_scalar(sql).bind(id).fetch_one(conn).await?;
    let kept: Vec<Named> = serde_json::from_str(&text).unwrap_or_default();
    let headers: Vec<String> = columns
        .iter()
        .map(|column| normalize_header(&column.column))
        .collect();
    let mut taken = vec![false; columns.len()];
    for Named { header, mapping } in kept {
        let header = normalize_header(&header);
        let free = (0..columns.len()).find(|at| !taken[*at] && headers[*at] == header);
        if let Some(at) = free {
            taken[at] = true;
            apply(
                columns,
                customs,
                ColumnMapping {
                    position: at as u32 + 1,
                    ..mapping
                },
            );
        }
    }
    Ok(())
}

fn columns_of(plan: &Plan) -> Result<String> {
    let named: Vec<Named> = decisions(plan)
        .into_iter()
        .map(|mapping| Named {
            header: plan.columns[mapping.position as usize - 1].header.clone(),
            mapping,
        })
        .collect();
    serde_json::to_string(&named).map_err(|e| Error::Call {
        detail: e.to_string(),
    })
}

fn checked(name: &str) -> Result<String> {
    match name.trim() {
        "" => Err(Error::field("name", "Give the mapping a name.")),
        name => Ok(name.to_owned()),
    }
}

async fn find(conn: &mut SqliteConnection, name: &str) -> Result<i64> {
    let sql = "SELECT id FROM named_mappings WHERE folded = ?";
    let found: Option<i64> = sqlx::query_scalar(sql)
        .bind(folded(name))
        .fetch_optional(conn)
        .await?;
    found.ok_or_else(|| Error::not_found("mapping", name))
}

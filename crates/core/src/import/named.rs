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
use crate::guess::normalize_header;
use crate::kept::{Kept, KeptByName, KeptChanged, KeptRename, Shelf};
use crate::operations::Operation;
use crate::workspace::Workspace;

const SHELF: Shelf = Shelf {
    table: "named_mappings",
    content: "columns",
    noun: "mapping",
};

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

/// All named mappings, by name.
pub async fn mappings(ws: &Workspace) -> Result<NamedMappings> {
    let kept = SHELF.all(&mut *ws.read().await?).await?;
    let of = |kept: Kept| {
        let columns: Vec<Named> = serde_json::from_str(&kept.content).unwrap_or_default();
        NamedMapping {
            name: kept.name,
            headers: columns.into_iter().map(|column| column.header).collect(),
            saved_at: kept.saved_at,
        }
    };
    Ok(NamedMappings {
        mappings: kept.into_iter().map(of).collect(),
    })
}

/// Keeps what a request decides under a name.
pub async fn save(ws: &Workspace, input: MappingSave) -> Result<KeptChanged> {
    let request = input.request;
    let table = open(&request.source, &request.options).await?;
    let mut conn = ws.read().await?;
    let request = with_country(&mut conn, request).await?;
    let plan = plan(&mut conn, &table, &request).await?;
    drop(conn);
    let columns = columns_of(&plan)?;
    SHELF
        .save(ws, Operation::MappingSave, &input.name, &columns)
        .await
}

/// # Errors
/// `NotFound`; `Invalid` for a name that another has.
pub async fn rename(ws: &Workspace, input: &KeptRename) -> Result<KeptChanged> {
    SHELF.rename(ws, Operation::MappingRename, input).await
}

/// # Errors
/// `NotFound`.
pub async fn delete(ws: &Workspace, input: &KeptByName) -> Result<KeptChanged> {
    SHELF.delete(ws, Operation::MappingDelete, input).await
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
    let text = SHELF.content(conn, name).await?;
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

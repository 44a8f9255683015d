//! Which contacts an act on a group means: chosen ones, all that match, or those in a list of e-mails and phones.

use std::collections::{BTreeSet, HashMap};
use std::ops::ControlFlow;
use std::sync::Arc;

use roster_formats::{ReadOptions, Table};
use sqlx::SqliteConnection;

use super::types::Who;
use crate::contacts::{Selected, list, selected};
use crate::error::{Error, Result};
use crate::import::{ImportSource, open_source};
use crate::points::{self, Kind};
use crate::workspace::{Workspace, settings};

const SHOWN: usize = 500;

/// The contacts that are meant, and the state of the workspace for which that holds.
#[derive(Default)]
pub(super) struct Meant {
    pub ids: Vec<i64>,
    pub generation: Option<i64>,
    /// Rows of a list that name no contact.
    pub unknown: u64,
    pub unknown_values: Vec<String>,
}

pub(super) async fn meant(ws: &Workspace, who: &Who) -> Result<Meant> {
    match who {
        Who::Selection { selection } => {
            let Selected { ids, generation } = selected(ws, selection).await?;
            Ok(Meant {
                ids,
                generation,
                ..Meant::default()
            })
        }
        Who::Query { query } => {
            let list = list(ws, &mut *ws.read().await?, query).await?;
            Ok(Meant {
                ids: list.ids.clone(),
                generation: Some(list.generation),
                ..Meant::default()
            })
        }
        Who::List { source } => listed(ws, source).await,
    }
}

/// A row of the list: the values in it, and how it stands there.
struct Line {
    keys: Vec<(Kind, String)>,
    typed: String,
}

async fn listed(ws: &Workspace, source: &ImportSource) -> Result<Meant> {
    let mut conn = ws.read().await?;
    let country = settings(&mut conn).await?.country;
    let table = open(source, country.clone()).await?;
    let name = table.name.clone();
    let read = tokio::task::spawn_blocking(move || lines(&table, country.as_deref()));
    let lines = read.await.map_err(|e| Error::Call {
        detail: e.to_string(),
    })??;
    if lines.is_empty() {
        return Err(Error::NoRows { file: name });
    }
    let mut meant = Meant::default();
    let mut ids: BTreeSet<i64> = BTreeSet::new();
    for chunk in lines.chunks(1000) {
        let owners = owners(&mut conn, chunk).await?;
        for line in chunk {
            let found: Vec<&i64> = line
                .keys
                .iter()
                .filter_map(|key| owners.get(key))
                .flatten()
                .collect();
            if found.is_empty() {
                meant.unknown += 1;
                if meant.unknown_values.len() < SHOWN {
                    meant.unknown_values.push(line.typed.clone());
                }
            }
            ids.extend(found);
        }
    }
    meant.ids = ids.into_iter().collect();
    Ok(meant)
}

/// A first line that holds a value itself is none that names columns.
async fn open(source: &ImportSource, country: Option<String>) -> Result<Arc<Table>> {
    let table = open_source(source, &ReadOptions::default()).await?;
    let named = |name: &String| keys(name, country.as_deref()).is_empty();
    if table.columns.iter().all(named) {
        return Ok(table);
    }
    let options = ReadOptions {
        header_row: Some(0),
        ..ReadOptions::default()
    };
    open_source(source, &options).await
}

fn lines(table: &Table, country: Option<&str>) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    table.read(&mut |row| {
        let texts: Vec<String> = row
            .cells
            .iter()
            .filter(|cell| !cell.is_empty())
            .map(|cell| cell.to_text().into_owned())
            .collect();
        let keys = texts.iter().flat_map(|text| keys(text, country)).collect();
        if !texts.is_empty() {
            lines.push(Line {
                keys,
                typed: texts.join(", "),
            });
        }
        ControlFlow::Continue(())
    })?;
    Ok(lines)
}

/// The e-mails and phones in a cell; parted by lines, commas, semicolons and bars, e-mails also by blanks.
fn keys(cell: &str, country: Option<&str>) -> Vec<(Kind, String)> {
    let parts = cell.split(['\n', ',', ';', '|', '\t']).flat_map(|part| {
        let by_blanks = part.contains('@');
        part.split(move |c: char| by_blanks && c.is_whitespace())
    });
    let read = |part: &str| {
        let kind = if part.contains('@') {
            Kind::Email
        } else {
            Kind::Phone
        };
        let value = points::read(kind, part, None, country).normalized?;
        Some((kind, value))
    };
    parts.filter_map(read).collect()
}

type Owners = HashMap<(Kind, String), Vec<i64>>;

/// The contacts, the trash left out, that have the values.
async fn owners(conn: &mut SqliteConnection, lines: &[Line]) -> Result<Owners> {
    let keys: Vec<i64> = lines
        .iter()
        .flat_map(|line| &line.keys)
        .map(|(kind, value)| points::match_key(*kind, value))
        .collect();
    let rows: Vec<(String, String, i64)> = sqlx::query_as(include_str!("owners.sql"))
        .bind(crate::sql::ids(&keys))
        .fetch_all(conn)
        .await?;
    let mut owners = Owners::new();
    for (kind, value, contact) in rows {
        if let Some(kind) = Kind::from_name(&kind) {
            owners.entry((kind, value)).or_default().push(contact);
        }
    }
    Ok(owners)
}

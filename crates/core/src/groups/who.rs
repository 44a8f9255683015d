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
    /// Entries of a list that name no contact.
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

/// Something that ought to name a contact: a value by itself, or a row of a table with all its values.
struct Entry {
    keys: Vec<Key>,
    typed: String,
}

type Key = (Kind, String);

async fn listed(ws: &Workspace, source: &ImportSource) -> Result<Meant> {
    let mut conn = ws.read().await?;
    let country = settings(&mut conn).await?.country;
    let table = open(source, country.clone()).await?;
    let name = table.name.clone();
    let read = tokio::task::spawn_blocking(move || entries(&table, country.as_deref()));
    let entries = read.await.map_err(|e| Error::Call {
        detail: e.to_string(),
    })??;
    if entries.is_empty() {
        return Err(Error::NoRows { file: name });
    }
    let mut meant = Meant::default();
    let mut ids: BTreeSet<i64> = BTreeSet::new();
    for chunk in entries.chunks(1000) {
        let owners = owners(&mut conn, chunk).await?;
        for entry in chunk {
            let found: Vec<&i64> = entry
                .keys
                .iter()
                .filter_map(|key| owners.get(key))
                .flatten()
                .collect();
            if found.is_empty() {
                meant.unknown += 1;
                if meant.unknown_values.len() < SHOWN {
                    meant.unknown_values.push(entry.typed.clone());
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
    let named = |name: &String| !values(name, country.as_deref()).any(|value| value.key.is_some());
    if table.columns.iter().all(named) {
        return Ok(table);
    }
    let options = ReadOptions {
        header_row: Some(0),
        ..ReadOptions::default()
    };
    open_source(source, &options).await
}

/// A row below a header of several columns is one contact, however many values of theirs it holds. Anything else is a
/// list, where each value is meant by itself, so that one that is known hides none beside it.
fn entries(table: &Table, country: Option<&str>) -> Result<Vec<Entry>> {
    let is_list = table.columns.iter().filter(|name| !name.is_empty()).count() < 2;
    let mut entries = Vec::new();
    table.read(&mut |row| {
        let texts: Vec<String> = row
            .cells
            .iter()
            .filter(|cell| !cell.is_empty())
            .map(|cell| cell.to_text().into_owned())
            .collect();
        let values = texts.iter().flat_map(|text| values(text, country));
        let before = entries.len();
        if is_list {
            entries.extend(values.map(Entry::from));
        } else if !texts.is_empty() {
            entries.push(Entry {
                keys: values.filter_map(|value| value.key).collect(),
                typed: texts.join(", "),
            });
        }
        if entries.len() == before && !texts.is_empty() {
            entries.push(Entry {
                keys: Vec::new(),
                typed: texts.join(", "),
            });
        }
        ControlFlow::Continue(())
    })?;
    Ok(entries)
}

/// An e-mail or phone as it stands in a cell; without a key where it is none that could be used.
struct Typed<'a> {
    key: Option<Key>,
    text: &'a str,
}

impl From<Typed<'_>> for Entry {
    fn from(value: Typed<'_>) -> Self {
        Self {
            keys: value.key.into_iter().collect(),
            typed: value.text.to_owned(),
        }
    }
}

/// The e-mails and phones in a cell, and what looks like one; parted by lines, commas, semicolons and bars, e-mails also
/// by blanks.
fn values<'a>(cell: &'a str, country: Option<&str>) -> impl Iterator<Item = Typed<'a>> {
    let parts = cell.split(['\n', ',', ';', '|', '\t']).flat_map(|part| {
        let by_blanks = part.contains('@');
        part.split(move |c: char| by_blanks && c.is_whitespace())
    });
    parts.map(str::trim).filter_map(move |text| {
        let kind = if text.contains('@') {
            Kind::Email
        } else {
            Kind::Phone
        };
        let normalized = points::read(kind, text, None, country).normalized;
        let key = normalized.map(|value| (kind, value));
        (key.is_some() || kind == Kind::Email || looks_like_a_phone(text))
            .then_some(Typed { key, text })
    })
}

fn looks_like_a_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits > 2 && !text.chars().any(char::is_alphabetic)
}

type Owners = HashMap<Key, Vec<i64>>;

/// The contacts, the trash left out, that have the values.
async fn owners(conn: &mut SqliteConnection, entries: &[Entry]) -> Result<Owners> {
    let keys: Vec<i64> = entries
        .iter()
        .flat_map(|entry| &entry.keys)
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

//! A million contacts: filters of five conditions, and the counts of groups, as the window asks for them.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use fastrand::Rng;
use roster_core::contacts::ContactsQuery;
use roster_core::groups::{self, GroupCreate};
use roster_core::{OpenMode, Workspace};
use serde_json::{Map, Value, json};

use crate::Result;
use crate::search::{asked, figures, rounded};

/// Each filter with other values, since the core keeps lists that it has made.
const ASKED: usize = 15;
/// True of nearly everyone, and looked up in four tables.
const OTHERS: &str = "has email and not has fax and not has tag and created within 30 days";

pub fn crowd(workspace: &Path, csv: &Path) -> Result<Value> {
    let values = Values::read(csv)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let ws = Workspace::open(workspace, OpenMode::Existing).await?;
        let everyone = asked(&ws, ContactsQuery::default(), 0).await?;
        let mut answer = Map::new();
        answer.insert("contacts".into(), json!(everyone.1));
        answer.insert("filters".into(), filters(&ws, &values).await?);
        answer.insert("groups".into(), counts(&ws).await?);
        ws.close().await;
        Ok(answer.into())
    })
}

async fn filters(ws: &Workspace, values: &Values) -> Result<Value> {
    let mut answer = Map::new();
    for (kind, first) in values.conditions() {
        let mut times = Vec::new();
        let mut hits = 0;
        for condition in first {
            let query = ContactsQuery {
                filter: format!("{condition} and {OTHERS}"),
                ..ContactsQuery::default()
            };
            let (ms, total) = asked(ws, query, 0).await?;
            times.push(ms);
            hits = hits.max(total);
        }
        let mut figures = figures(times);
        figures["most_hits"] = json!(hits);
        answer.insert(kind.into(), figures);
    }
    Ok(answer.into())
}

/// The first look, after the window has counted ahead, later ones, and the one after a change, when everything is
/// counted anew.
async fn counts(ws: &Workspace) -> Result<Value> {
    let start = Instant::now();
    groups::count_ahead(ws).await?;
    let ahead = rounded(start.elapsed().as_secs_f64() * 1000.0);
    let (first, count) = look(ws).await?;
    let mut later = Vec::new();
    for _ in 0..ASKED {
        later.push(look(ws).await?.0);
    }
    let group = GroupCreate {
        name: format!("Bench {}", fastrand::u64(..)),
        ..GroupCreate::default()
    };
    groups::create(ws, &group).await?;
    let changed = look(ws).await?.0;
    Ok(json!({
        "groups": count,
        "ahead_ms": ahead,
        "first_ms": first,
        "after_a_change_ms": changed,
        "later": figures(later),
    }))
}

async fn look(ws: &Workspace) -> Result<(f64, usize)> {
    let start = Instant::now();
    let count = groups::list(ws).await?.groups.len();
    Ok((rounded(start.elapsed().as_secs_f64() * 1000.0), count))
}

/// What stands in some rows of the file, by what it is asked as.
struct Values(BTreeMap<&'static str, Vec<String>>);

impl Values {
    /// The column of each field, in the order of `people::HEADER`.
    const COLUMNS: [(&'static str, usize); 6] = [
        ("organization", 2),
        ("email", 4),
        ("country", 10),
        ("city", 8),
        ("job_title", 3),
        ("last_name", 1),
    ];

    fn read(csv: &Path) -> Result<Self> {
        let mut values: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for record in csv::Reader::from_path(csv)?.records().take(10_000) {
            let record = record?;
            for (field, column) in Self::COLUMNS {
                let filled = Some(&record[column]).filter(|value| !value.is_empty());
                let held = values.entry(field).or_default();
                held.extend(filled.map(str::to_owned));
            }
        }
        Ok(Self(values))
    }

    /// The first condition of each filter.
    fn conditions(&self) -> Vec<(&'static str, Vec<String>)> {
        let mut rng = Rng::with_seed(13);
        let fields = self.0.iter();
        fields
            .map(|(field, values)| {
                let mut one = || format!("{field} = {:?}", values[rng.usize(..values.len())]);
                let mut asked: Vec<String> = (0..ASKED).map(|_| one()).collect();
                asked.sort_unstable();
                asked.dedup();
                (*field, asked)
            })
            .collect()
    }
}

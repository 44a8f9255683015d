//! Searching and paging as the window does: the operation that answers the grid, in process, on an open workspace.
//!
//! Each query is asked once, since the core keeps lists that it has made: what is timed is the keystroke that nobody
//! typed before.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Instant;

use fastrand::Rng;
use roster_core::contacts::{self, ContactsQuery, PageRequest, Sort};
use roster_core::{OpenMode, Workspace};
use serde_json::{Map, Value, json};

use crate::Result;

/// As many as a tall window shows, and some more.
const PAGE: u32 = 100;
const QUERIES: usize = 200;

pub fn search(workspace: &Path, csv: &Path) -> Result<Value> {
    let words = Words::read(csv)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let ws = Workspace::open(workspace, OpenMode::Existing).await?;
        let first = asked(&ws, ContactsQuery::default(), 0).await?;
        let mut answer = Map::new();
        answer.insert("first_page_ms".into(), json!(rounded(first.0)));
        answer.insert("contacts".into(), json!(first.1));
        // The window reads this as soon as the first contacts are to be seen.
        let start = Instant::now();
        contacts::read_ahead(&ws).await?;
        let ahead = rounded(start.elapsed().as_secs_f64() * 1000.0);
        answer.insert("ahead_ms".into(), json!(ahead));
        answer.insert("search".into(), searches(&ws, &words).await?);
        answer.insert("page".into(), pages(&ws, first.1).await?);
        answer.insert("sort".into(), sorts(&ws).await?);
        ws.close().await;
        Ok(answer.into())
    })
}

/// Milliseconds and how many match.
pub(crate) async fn asked(ws: &Workspace, query: ContactsQuery, offset: u32) -> Result<(f64, u32)> {
    let request = PageRequest {
        query,
        offset,
        limit: PAGE,
        columns: Vec::new(),
    };
    let start = Instant::now();
    let page = contacts::page(ws, &request).await?;
    Ok((start.elapsed().as_secs_f64() * 1000.0, page.total))
}

async fn searches(ws: &Workspace, words: &Words) -> Result<Value> {
    let mut answer = Map::new();
    for (kind, queries) in words.queries() {
        let mut times = Vec::new();
        let mut hits = 0;
        for search in &queries {
            let (ms, total) = asked(
                ws,
                ContactsQuery {
                    search: search.clone(),
                    ..Default::default()
                },
                0,
            )
            .await?;
            times.push(ms);
            hits += u64::from(total);
        }
        let mut figures = figures(times);
        figures["queries"] = json!(queries.len());
        figures["hits"] = json!(hits / queries.len().max(1) as u64);
        answer.insert(kind.into(), figures);
    }
    Ok(answer.into())
}

async fn pages(ws: &Workspace, total: u32) -> Result<Value> {
    let mut rng = Rng::with_seed(7);
    let mut times = Vec::new();
    for _ in 0..QUERIES {
        times.push(
            asked(ws, ContactsQuery::default(), rng.u32(..total.max(1)))
                .await?
                .0,
        );
    }
    Ok(figures(times))
}

/// The first page in another order.
async fn sorts(ws: &Workspace) -> Result<Value> {
    let mut answer = Map::new();
    for field in ["organization", "email", "phone", "city", "created"] {
        let query = ContactsQuery {
            sort: Sort {
                field: field.into(),
                descending: true,
            },
            ..Default::default()
        };
        answer.insert(
            field.to_owned(),
            json!(rounded(asked(ws, query, 0).await?.0)),
        );
    }
    Ok(answer.into())
}

pub(crate) fn figures(mut times: Vec<f64>) -> Value {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| {
        times.get(((times.len() as f64 * share) as usize).min(times.len().saturating_sub(1)))
    };
    let shown = |share: f64| at(share).copied().map(rounded);
    json!({ "p50": shown(0.5), "p95": shown(0.95), "max": shown(1.0) })
}

pub(crate) fn rounded(ms: f64) -> f64 {
    (ms * 100.0).round() / 100.0
}

/// What people type: beginnings of the names, towns, companies and e-mails of the file, and digits of its phones.
struct Words {
    words: Vec<String>,
    phones: Vec<String>,
}

impl Words {
    fn read(csv: &Path) -> Result<Self> {
        let mut words = Words {
            words: Vec::new(),
            phones: Vec::new(),
        };
        for record in csv::Reader::from_path(csv)?.records().take(50_000) {
            let record = record?;
            let text = [0, 1, 2, 4, 8].map(|column| &record[column]).join(" ");
            words
                .words
                .extend(text.split_whitespace().map(str::to_owned));
            let digits: String = record[5].chars().filter(char::is_ascii_digit).collect();
            words.phones.extend((digits.len() > 6).then_some(digits));
        }
        Ok(words)
    }

    /// Queries by their kind, each only once.
    fn queries(&self) -> Vec<(&'static str, Vec<String>)> {
        let mut rng = Rng::with_seed(11);
        let two = |rng: &mut Rng| format!("{} {}", self.beginning(3, rng), self.beginning(2, rng));
        let mut queries: Vec<(&str, Vec<String>)> = [
            ("1 letter", 1),
            ("2 letters", 2),
            ("3 letters", 3),
            ("5 letters", 5),
        ]
        .map(|(kind, length)| (kind, distinct(|| self.beginning(length, &mut rng))))
        .into();
        queries.push(("two words", distinct(|| two(&mut rng))));
        queries.push(("4 last digits", distinct(|| self.digits(4, &mut rng))));
        queries.push(("6 digits inside", distinct(|| self.inside(&mut rng))));
        queries.push(("a whole phone", distinct(|| self.digits(20, &mut rng))));
        queries
    }

    fn beginning(&self, length: usize, rng: &mut Rng) -> String {
        self.words[rng.usize(..self.words.len())]
            .chars()
            .take(length)
            .collect()
    }

    /// The last digits of a phone.
    fn digits(&self, length: usize, rng: &mut Rng) -> String {
        let phone = &self.phones[rng.usize(..self.phones.len())];
        phone[phone.len().saturating_sub(length)..].to_owned()
    }

    fn inside(&self, rng: &mut Rng) -> String {
        let phone = &self.phones[rng.usize(..self.phones.len())];
        phone[1..].chars().take(6).collect()
    }
}

/// Up to [`QUERIES`] different ones.
fn distinct(mut make: impl FnMut() -> String) -> Vec<String> {
    let made: BTreeSet<String> = (0..QUERIES).map(|_| make()).collect();
    made.into_iter().collect()
}

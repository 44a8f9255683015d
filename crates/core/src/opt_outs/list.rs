//! Which opt-outs, in which order: an array of ids, made once for a state of the workspace and kept, as the contacts'
//! list is.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::{Arc, Mutex};

use sqlx::{AssertSqlSafe, SqliteConnection};

use super::owners::with_match_keys;
use super::types::{OptOutKind, OptOutSortField, OptOutsQuery};
use super::value::Key;
use crate::contacts::{self, ContactsQuery};
use crate::error::Result;
use crate::journal;
use crate::sql;
use crate::values::fold;
use crate::workspace::Workspace;

/// The ids of a query in order, for one state of the workspace.
pub(crate) struct List {
    pub generation: i64,
    pub ids: Vec<i64>,
}

/// The lists used last, and who holds what.
#[derive(Default)]
pub(crate) struct Lists {
    lists: Mutex<VecDeque<(OptOutsQuery, Arc<List>)>>,
    held: Mutex<Option<Arc<Held>>>,
}

/// Pairs of a contact and a subscription whose value it holds.
struct Held {
    generation: i64,
    pairs: Vec<(i64, i64)>,
}

impl Lists {
    const CAPACITY: usize = 4;

    fn get(&self, query: &OptOutsQuery, generation: i64) -> Option<Arc<List>> {
        let mut lists = self.lists.lock().ok()?;
        lists.retain(|(_, list)| list.generation == generation);
        let found = lists.iter().find(|(key, _)| key == query);
        found.map(|(_, list)| list.clone())
    }

    fn put(&self, query: OptOutsQuery, list: Arc<List>) {
        if let Ok(mut lists) = self.lists.lock() {
            lists.push_front((query, list));
            lists.truncate(Self::CAPACITY);
        }
    }

    fn held(&self, generation: i64) -> Option<Arc<Held>> {
        let held = self.held.lock().ok()?;
        held.clone().filter(|held| held.generation == generation)
    }
}

/// The ids of all subscriptions that match, in order.
pub(super) async fn list(
    ws: &Workspace,
    conn: &mut SqliteConnection,
    query: &OptOutsQuery,
) -> Result<Arc<List>> {
    let generation = journal::generation(conn).await?;
    let query = OptOutsQuery {
        search: query.search.trim().to_owned(),
        ..query.clone()
    };
    if let Some(list) = ws.opt_outs().get(&query, generation) {
        return Ok(list);
    }
    let mut ids = ordered(conn, &query).await?;
    for word in query.search.split_whitespace() {
        let found = found(ws, conn, word).await?;
        ids.retain(|id| found.contains(id));
    }
    if query.sort == OptOutSortField::Contact {
        by_contact(ws, conn, &mut ids, query.descending).await?;
    }
    let made = Arc::new(List { generation, ids });
    ws.opt_outs().put(query, made.clone());
    Ok(made)
}

async fn ordered(conn: &mut SqliteConnection, query: &OptOutsQuery) -> Result<Vec<i64>> {
    let value = match query.sort {
        OptOutSortField::Since | OptOutSortField::Contact => "since",
        OptOutSortField::Value => "normalized",
        OptOutSortField::Kind => "kind",
        OptOutSortField::Initiative => "initiative",
        OptOutSortField::Reason => "lower(reason)",
    };
    let direction = if query.descending { "DESC" } else { "ASC" };
    // Those without a value stand last in both directions; among equals the newest comes first.
    let sql = format!(
        "SELECT group_concat(id) FROM (
           SELECT id FROM subscriptions
           WHERE (?1 IS NULL OR kind = ?1) AND (?2 IS NULL OR initiative = ?2) AND (?3 IS NULL OR status = ?3)
           ORDER BY {value} IS NULL, {value} {direction}, id DESC
         )"
    );
    let ids = sqlx::query_scalar(AssertSqlSafe(sql))
        .bind(query.kind)
        .bind(query.initiative)
        .bind(query.status)
        .fetch_one(conn)
        .await?;
    Ok(sql::parse_ids(ids))
}

/// The subscriptions that a word finds: in the value, the words about it, or a contact that holds it.
async fn found(ws: &Workspace, conn: &mut SqliteConnection, word: &str) -> Result<HashSet<i64>> {
    let patterns: Vec<String> = fold::query(word).into_iter().map(|n| n.pattern).collect();
    let texts = texts_with(conn, &patterns).await?;
    let plain: Vec<&str> = patterns.iter().map(|p| p.trim_start()).collect();
    let typed = word.to_lowercase();
    let ids: Vec<i64> = sqlx::query_scalar(include_str!("find.sql"))
        .bind(serde_json::json!(plain).to_string())
        .bind(typed)
        .bind(serde_json::json!(texts).to_string())
        .fetch_all(&mut *conn)
        .await?;
    let mut found: HashSet<i64> = ids.into_iter().collect();
    let contacts: HashSet<i64> = contacts::searched(ws, conn, word)
        .await?
        .into_iter()
        .collect();
    if !contacts.is_empty() {
        let held = held(ws, conn).await?;
        let of_found = held
            .pairs
            .iter()
            .filter(|(contact, _)| contacts.contains(contact));
        found.extend(of_found.map(|(_, subscription)| *subscription));
    }
    Ok(found)
}

/// The reasons and notes that hold all patterns. There are few different ones: most come with a whole file.
async fn texts_with(conn: &mut SqliteConnection, patterns: &[String]) -> Result<Vec<String>> {
    let texts: Vec<String> = sqlx::query_scalar(include_str!("words.sql"))
        .fetch_all(conn)
        .await?;
    let holds = |text: &String| {
        let folded = format!(" {}", fold::fold(text));
        !patterns.is_empty()
            && patterns
                .iter()
                .all(|pattern| folded.contains(pattern.as_str()))
    };
    Ok(texts.into_iter().filter(holds).collect())
}

/// Who holds what, of all subscriptions.
async fn held(ws: &Workspace, conn: &mut SqliteConnection) -> Result<Arc<Held>> {
    let generation = journal::generation(conn).await?;
    if let Some(held) = ws.opt_outs().held(generation) {
        return Ok(held);
    }
    let all: Vec<(i64, OptOutKind, String)> =
        sqlx::query_as("SELECT id, kind, normalized FROM subscriptions")
            .fetch_all(&mut *conn)
            .await?;
    let mut pairs = Vec::new();
    for chunk in all.chunks(1000) {
        let keys: Vec<Key> = chunk
            .iter()
            .map(|(_, kind, value)| (*kind, value.clone()))
            .collect();
        let rows: Vec<(i64, i64)> = sqlx::query_as(include_str!("held.sql"))
            .bind(with_match_keys(&keys))
            .fetch_all(&mut *conn)
            .await?;
        pairs.extend(
            rows.into_iter()
                .map(|(index, contact)| (contact, chunk[index as usize].0)),
        );
    }
    let held = Arc::new(Held { generation, pairs });
    if let Ok(mut kept) = ws.opt_outs().held.lock() {
        *kept = Some(held.clone());
    }
    Ok(held)
}

/// Orders by the first holder's place in the list of contacts; what nobody holds stands last.
async fn by_contact(
    ws: &Workspace,
    conn: &mut SqliteConnection,
    ids: &mut [i64],
    descending: bool,
) -> Result<()> {
    let order = contacts::list(ws, conn, &ContactsQuery::default()).await?;
    let place: HashMap<i64, usize> = order
        .ids
        .iter()
        .enumerate()
        .map(|(i, id)| (*id, i))
        .collect();
    let mut first: HashMap<i64, usize> = HashMap::new();
    for (contact, subscription) in &held(ws, conn).await?.pairs {
        if let Some(place) = place.get(contact) {
            let known = first.entry(*subscription).or_insert(*place);
            *known = (*known).min(*place);
        }
    }
    let turned = |place: usize| {
        if descending {
            usize::MAX - place
        } else {
            place
        }
    };
    ids.sort_by_key(|id| first.get(id).map_or((1, 0), |place| (0, turned(*place))));
    Ok(())
}

//! Sets of contacts that counts are made of, kept for a state of the workspace: those that stand in lists, and among
//! them those with an active phone or e-mail.

use std::collections::HashSet;
use std::sync::Arc;

use sqlx::SqliteConnection;

use super::list::list;
use super::types::ContactsQuery;
use crate::error::Result;
use crate::journal;
use crate::points::{Kind, match_key};
use crate::sql;
use crate::workspace::Workspace;

/// A set of ids, one bit each.
#[derive(Default)]
pub(crate) struct IdSet(Vec<u64>);

impl IdSet {
    pub fn new(ids: &[i64]) -> Self {
        let highest = ids.iter().copied().max().unwrap_or(0);
        let mut bits = vec![0; highest as usize / 64 + 1];
        for id in ids {
            bits[*id as usize / 64] |= 1 << (id % 64);
        }
        Self(bits)
    }

    pub fn contains(&self, id: i64) -> bool {
        self.0
            .get(id as usize / 64)
            .is_some_and(|word| word & (1 << (id % 64)) != 0)
    }

    pub fn keep(&mut self, other: &IdSet) {
        self.0.truncate(other.0.len());
        for (word, with) in self.0.iter_mut().zip(&other.0) {
            *word &= with;
        }
    }

    pub fn remove(&mut self, id: i64) {
        if let Some(word) = self.0.get_mut(id as usize / 64) {
            *word &= !(1 << (id % 64));
        }
    }
}

pub(crate) struct Sets {
    pub generation: i64,
    /// Neither in the trash nor archived.
    pub live: IdSet,
    /// With an active phone or e-mail; whether they stand in lists is not asked.
    pub active: IdSet,
}

/// The sets of this state of the workspace. Not to be asked within a change, whose state goes on changing.
pub(crate) async fn sets(ws: &Workspace, conn: &mut SqliteConnection) -> Result<Arc<Sets>> {
    let generation = journal::generation(conn).await?;
    if let Some(sets) = ws.lists().sets(generation) {
        return Ok(sets);
    }
    let everyone = list(ws, conn, &ContactsQuery::default()).await?;
    let sets = Arc::new(Sets {
        generation,
        live: IdSet::new(&everyone.ids),
        active: active(conn).await?,
    });
    ws.lists().keep_sets(sets.clone());
    Ok(sets)
}

/// Few values are opted out: only contacts that hold one are looked at closely.
async fn active(conn: &mut SqliteConnection) -> Result<IdSet> {
    let reachable: Option<String> = sqlx::query_scalar(include_str!("reachable.sql"))
        .fetch_one(&mut *conn)
        .await?;
    let mut active = IdSet::new(&sql::parse_ids(reachable));
    let out: Vec<(String, String)> =
        sqlx::query_as("SELECT kind, normalized FROM subscriptions WHERE status = 'opted_out'")
            .fetch_all(&mut *conn)
            .await?;
    let keys: Vec<i64> = out
        .iter()
        .filter_map(|(kind, value)| Some(match_key(Kind::from_name(kind)?, value)))
        .collect();
    let doubtful: Vec<(i64, bool)> = sqlx::query_as(include_str!("with_opted_out.sql"))
        .bind(sql::ids(&keys))
        .fetch_all(conn)
        .await?;
    let lost: HashSet<i64> = doubtful
        .into_iter()
        .filter_map(|(id, is_active)| (!is_active).then_some(id))
        .collect();
    for id in lost {
        active.remove(id);
    }
    Ok(active)
}

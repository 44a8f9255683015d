//! How many are in each static group, kept for a state of the workspace: millions of memberships are counted once after
//! each change, not with each look at the groups.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use sqlx::SqliteConnection;

use crate::contacts::Sets;
use crate::error::Result;
use crate::sql::parse_ids;
use crate::workspace::Workspace;

/// How many contacts stand in lists, and how many of them can be reached.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Count {
    pub active: i64,
    pub total: i64,
}

impl Count {
    pub fn of(ids: &[i64], sets: &Sets) -> Self {
        let mut count = Self::default();
        for id in ids.iter().filter(|id| sets.live.contains(**id)) {
            count.total += 1;
            count.active += i64::from(sets.active.contains(*id));
        }
        count
    }
}

type ByGroup = Arc<HashMap<i64, Count>>;

/// The counts of the latest state that was asked for, by its name.
#[derive(Default)]
pub(crate) struct GroupCounts(Mutex<Option<(i64, ByGroup)>>);

impl GroupCounts {
    fn at(&self, generation: i64) -> Option<ByGroup> {
        let kept = self.0.lock().ok()?;
        let (of, counts) = kept.as_ref()?;
        (*of == generation).then(|| counts.clone())
    }

    fn keep(&self, generation: i64, counts: ByGroup) {
        if let Ok(mut kept) = self.0.lock() {
            *kept = Some((generation, counts));
        }
    }
}

/// The counts of all static groups; of one alone, unless all are known already.
pub(super) async fn of_static(
    ws: &Workspace,
    conn: &mut SqliteConnection,
    sets: &Sets,
    only: Option<i64>,
) -> Result<ByGroup> {
    if let Some(counts) = ws.group_counts().at(sets.generation) {
        return Ok(counts);
    }
    let members: Vec<(i64, Option<String>)> = sqlx::query_as(include_str!("members.sql"))
        .bind(only)
        .fetch_all(conn)
        .await?;
    let counts = members
        .into_iter()
        .map(|(group, ids)| (group, Count::of(&parse_ids(ids), sets)));
    let counts: ByGroup = Arc::new(counts.collect());
    if only.is_none() {
        ws.group_counts().keep(sets.generation, counts.clone());
    }
    Ok(counts)
}

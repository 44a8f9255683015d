//! How many are in each static group, kept for a state of the workspace: millions of memberships are counted once after
//! each change, not with each look at the groups.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use sqlx::SqliteConnection;

use crate::contacts::{self, Sets};
use crate::error::Result;
use crate::journal;
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

/// Counts what the next look at the groups would count first. What changes meanwhile is counted when it is looked at.
pub async fn count_ahead(ws: &Workspace) -> Result<()> {
    let mut conn = ws.read().await?;
    of_static(ws, &mut conn, None).await?;
    Ok(())
}

/// The sets that counts are made of, and the counts of all static groups; of one alone, unless all are known already.
pub(super) async fn of_static(
    ws: &Workspace,
    conn: &mut SqliteConnection,
    only: Option<i64>,
) -> Result<(Arc<Sets>, ByGroup)> {
    let generation = journal::generation(conn).await?;
    if let Some(counts) = ws.group_counts().at(generation) {
        return Ok((contacts::sets(ws, conn).await?, counts));
    }
    // Both look at millions of rows, so each takes a connection of its own where there is one.
    let (sets, members) = match ws.read_beside(generation).await? {
        Some(mut beside) => tokio::try_join!(contacts::sets(ws, conn), members(&mut beside, only))?,
        None => (contacts::sets(ws, conn).await?, members(conn, only).await?),
    };
    let counts = members
        .into_iter()
        .map(|(group, ids)| (group, Count::of(&ids, &sets)));
    let counts: ByGroup = Arc::new(counts.collect());
    if only.is_none() {
        ws.group_counts().keep(generation, counts.clone());
    }
    Ok((sets, counts))
}

async fn members(conn: &mut SqliteConnection, only: Option<i64>) -> Result<Vec<(i64, Vec<i64>)>> {
    let members: Vec<(i64, Option<String>)> = sqlx::query_as(include_str!("members.sql"))
        .bind(only)
        .fetch_all(conn)
        .await?;
    let parsed = members
        .into_iter()
        .map(|(group, ids)| (group, parse_ids(ids)));
    Ok(parsed.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::workspace;

    #[tokio::test]
    async fn what_was_counted_ahead_holds_until_the_next_change() {
        let temp = workspace().await;
        temp.import("E-mail,Groups\ndan@x.example,Board\n").await;
        let kept = async || {
            let mut conn = temp.ws.read().await.unwrap();
            let generation = journal::generation(&mut conn).await.unwrap();
            temp.ws.group_counts().at(generation)
        };
        assert!(kept().await.is_none(), "nobody looked yet");
        count_ahead(&temp.ws).await.unwrap();
        let counts = kept().await.unwrap();
        let one = Count {
            active: 1,
            total: 1,
        };
        assert_eq!(counts.values().collect::<Vec<_>>(), [&one]);
        temp.import("E-mail,Groups\nmia@x.example,Board\n").await;
        assert!(kept().await.is_none(), "another state");
    }
}

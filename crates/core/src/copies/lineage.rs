//! The changes of a workspace by their tokens, and what two lists of them say about two files.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use sqlx::SqliteConnection;

use super::types::Kin;
use crate::error::Result;
use crate::operations::Operation;

/// How many of the latest changes a machine remembers of a file. Who is further behind is told the same with fewer figures.
const KEPT: u32 = 500;

/// One change as a machine remembers it: its number, its time, and what it alone is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Mark(pub i64, pub String, pub String);

/// The latest changes of a file in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Lineage(pub Vec<Mark>);

/// What a file has that is asked about: its changes from a number on, with those that were restores.
#[derive(Debug, Default)]
pub(super) struct Present {
    pub marks: Vec<Mark>,
    restores: Vec<i64>,
    /// There are changes before these.
    has_more: bool,
}

/// What was found of a remembered file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub kin: Kin,
    pub changes: u32,
    pub changes_here: Option<u32>,
    pub common_at: Option<String>,
}

type Row = (i64, String, String, Option<i64>);

pub(super) async fn latest(conn: &mut SqliteConnection) -> Result<Lineage> {
    let sql = "SELECT id, at, operation, token FROM batches ORDER BY id DESC LIMIT ?";
    let mut rows: Vec<Row> = sqlx::query_as(sql).bind(KEPT).fetch_all(conn).await?;
    rows.reverse();
    Ok(Lineage(rows.iter().map(mark).collect()))
}

/// The changes of the open file from a number on.
pub(super) async fn since(conn: &mut SqliteConnection, first: i64) -> Result<Present> {
    let sql = "SELECT id, at, operation, token FROM batches WHERE id >= ? ORDER BY id";
    let rows: Vec<Row> = sqlx::query_as(sql)
        .bind(first)
        .fetch_all(&mut *conn)
        .await?;
    let sql = "SELECT EXISTS (SELECT 1 FROM batches WHERE id < ?)";
    let has_more = sqlx::query_scalar(sql).bind(first).fetch_one(conn).await?;
    let restores = rows
        .iter()
        .filter(|row| row.2 == Operation::BackupRestore.name());
    Ok(Present {
        restores: restores.map(|row| row.0).collect(),
        marks: rows.iter().map(mark).collect(),
        has_more,
    })
}

fn mark((id, at, operation, token): &Row) -> Mark {
    let hash = Sha256::digest(format!("{at} {operation} {}", token.unwrap_or_default()));
    Mark(*id, at.clone(), hex::encode(&hash[..8]))
}

impl Lineage {
    pub fn first(&self) -> i64 {
        self.0.first().map_or(0, |mark| mark.0)
    }

    /// What the open file lacks of this one; nothing when it has all of it.
    pub fn beyond(&self, present: &Present) -> Option<Found> {
        let last = self.0.last()?;
        let has = |mark: &&Mark| {
            present
                .marks
                .binary_search_by_key(&mark.0, |m| m.0)
                .is_ok_and(|place| present.marks[place].2 == mark.2)
        };
        if has(&last) || is_replaced(last, present) {
            return None;
        }
        let common = self.0.iter().rev().find(has);
        let after = common.map_or(i64::MIN, |mark| mark.0);
        let only = |marks: &[Mark]| {
            let count = marks.iter().filter(|mark| mark.0 > after).count();
            u32::try_from(count).unwrap_or(u32::MAX)
        };
        let here = only(&present.marks);
        // What came before the remembered changes may be the same in both.
        let is_older = |mark: &Mark| mark.0 < self.first();
        let has_older = present.has_more || present.marks.first().is_some_and(is_older);
        let is_known = common.is_some() || !has_older;
        Some(Found {
            kin: match here == 0 && is_known {
                true => Kin::Newer,
                false => Kin::Diverged,
            },
            changes: only(&self.0),
            changes_here: is_known.then_some(here),
            common_at: common.map(|mark| mark.1.clone()),
        })
    }
}

/// Somebody has brought a backup back since, which took the place of the state that is remembered: on purpose.
fn is_replaced(last: &Mark, present: &Present) -> bool {
    let is_gone = present
        .marks
        .binary_search_by_key(&last.0, |m| m.0)
        .is_err();
    is_gone && present.restores.iter().any(|restore| *restore > last.0)
}

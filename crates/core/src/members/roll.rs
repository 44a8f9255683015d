//! The roll of members: all of them with how each membership stands today and what they owe, made once for a state of the
//! workspace and a day. Lists, filters, counts and renewals read it, so that all of them say the same.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use chrono::NaiveDate;
use sqlx::{FromRow, SqliteConnection};

use super::get::{first_balance, shown};
use super::types::Member;
use crate::error::Result;
use crate::journal;
use crate::membership_types::{self, MembershipType};
use crate::memberships::{Loaded, day, load};
use crate::orders;
use crate::workspace::Workspace;

/// All members in the order of their names, the archived too.
#[derive(Debug)]
pub(crate) struct Roll {
    generation: i64,
    day: NaiveDate,
    pub types: Vec<MembershipType>,
    pub members: Vec<Member>,
    /// Beside each member: their memberships with their histories.
    pub histories: HashMap<i64, Vec<Loaded>>,
}

/// The one that was made last.
#[derive(Default)]
pub(crate) struct Rolls(Mutex<Option<Arc<Roll>>>);

#[derive(FromRow)]
struct Row {
    contact_id: i64,
    number: String,
    joined: String,
    name: String,
}

/// The roll for this state of the workspace.
pub(crate) async fn roll(ws: &Workspace, conn: &mut SqliteConnection) -> Result<Arc<Roll>> {
    let generation = journal::generation(conn).await?;
    let day = ws.today();
    if let Ok(kept) = ws.rolls().0.lock()
        && let Some(roll) = kept.as_ref()
        && (roll.generation, roll.day) == (generation, day)
    {
        return Ok(roll.clone());
    }
    let made = Arc::new(make(ws, conn, generation, day).await?);
    // Within a change the state has a number already and may still become another one: nothing is kept for it.
    let is_reading: bool = sqlx::query_scalar("PRAGMA query_only")
        .fetch_one(conn)
        .await?;
    if is_reading && let Ok(mut kept) = ws.rolls().0.lock() {
        *kept = Some(made.clone());
    }
    Ok(made)
}

async fn make(
    ws: &Workspace,
    conn: &mut SqliteConnection,
    generation: i64,
    today: NaiveDate,
) -> Result<Roll> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("roll.sql"))
        .fetch_all(&mut *conn)
        .await?;
    let types = membership_types::all(ws, conn).await?;
    let mut histories: HashMap<i64, Vec<Loaded>> = HashMap::new();
    for one in load(conn, &types, None).await? {
        histories.entry(one.contact).or_default().push(one);
    }
    let mut balances = orders::balances(conn).await?;
    let mut members = Vec::with_capacity(rows.len());
    for row in rows {
        let own = histories.get(&row.contact_id).into_iter().flatten();
        let memberships: Vec<_> = own.filter_map(|one| shown(one, &types, today)).collect();
        let balances = balances.remove(&row.contact_id).unwrap_or_default();
        members.push(Member {
            contact_id: row.contact_id,
            number: row.number,
            name: row.name,
            joined: day(&row.joined)?,
            balance: first_balance(&balances, &memberships, &types),
            memberships,
            balances,
        });
    }
    Ok(Roll {
        generation,
        day: today,
        types,
        members,
        histories,
    })
}

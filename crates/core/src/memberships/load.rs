//! The memberships of one contact, or of all, with their histories as they were recorded.

use std::collections::HashMap;

use chrono::NaiveDate;
use sqlx::{FromRow, SqliteConnection};

use super::days::{day, optional_day};
use super::rule::Rule;
use super::standing::{Act, ActKind, History, Term};
use crate::error::Result;
use crate::membership_types::MembershipType;

/// A membership and what its standing hangs on.
#[derive(Debug, Clone)]
pub(crate) struct Loaded {
    pub id: i64,
    pub contact: i64,
    pub type_id: i64,
    pub payer: Option<i64>,
    pub history: History,
}

#[derive(FromRow)]
struct Row {
    id: i64,
    contact_id: i64,
    type_id: i64,
    payer_id: Option<i64>,
    deceased: bool,
}

#[derive(FromRow)]
struct TermRow {
    membership_id: i64,
    start_date: String,
    end_date: Option<String>,
    issues: Option<u32>,
    tier_id: Option<i64>,
    batch_id: i64,
}

#[derive(FromRow)]
struct ActRow {
    membership_id: i64,
    kind: String,
    on_date: String,
    batch_id: i64,
}

/// Of one contact, or of all; in the order of their ids.
pub(crate) async fn load(
    conn: &mut SqliteConnection,
    types: &[MembershipType],
    contact: Option<i64>,
) -> Result<Vec<Loaded>> {
    let (from, to) = contact.map_or((0, i64::MAX), |id| (id, id));
    let rows: Vec<Row> = sqlx::query_as(include_str!("memberships.sql"))
        .bind(from)
        .bind(to)
        .fetch_all(&mut *conn)
        .await?;
    let mut loaded: Vec<Loaded> = rows.into_iter().map(|row| empty(row, types)).collect();
    let at: HashMap<i64, usize> = loaded.iter().enumerate().map(|(i, m)| (m.id, i)).collect();
    let terms: Vec<TermRow> = sqlx::query_as(include_str!("terms.sql"))
        .bind(from)
        .bind(to)
        .fetch_all(&mut *conn)
        .await?;
    for row in terms {
        if let Some(at) = at.get(&row.membership_id) {
            loaded[*at].history.terms.push(row.term()?);
        }
    }
    let acts: Vec<ActRow> = sqlx::query_as(include_str!("acts.sql"))
        .bind(from)
        .bind(to)
        .fetch_all(conn)
        .await?;
    for row in acts {
        if let Some(at) = at.get(&row.membership_id) {
            loaded[*at].history.acts.push(row.act()?);
        }
    }
    Ok(loaded)
}

fn empty(row: Row, types: &[MembershipType]) -> Loaded {
    let of = types.iter().find(|one| one.id == row.type_id);
    let mailed: Vec<NaiveDate> = of.map(|one| one.mailed.clone()).unwrap_or_default();
    Loaded {
        id: row.id,
        contact: row.contact_id,
        type_id: row.type_id,
        payer: row.payer_id,
        history: History {
            mailed,
            grace_days: of.map_or(0, |one| one.grace_days),
            stops_clock: of.is_some_and(|one| Rule::stops_for_suspension(one.rule)),
            deceased: row.deceased,
            ..History::default()
        },
    }
}

impl TermRow {
    fn term(&self) -> Result<Term> {
        Ok(Term {
            start: day(&self.start_date)?,
            end: optional_day(self.end_date.as_deref())?,
            issues: self.issues,
            tier: self.tier_id,
            batch: self.batch_id,
        })
    }
}

impl ActRow {
    fn act(&self) -> Result<Act> {
        Ok(Act {
            kind: match self.kind.as_str() {
                "cancel" => ActKind::Cancel,
                "suspend" => ActKind::Suspend,
                _ => ActKind::Resume,
            },
            on: day(&self.on_date)?,
            batch: self.batch_id,
        })
    }
}

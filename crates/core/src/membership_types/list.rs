//! All types, and one of them by name.

use std::collections::BTreeMap;

use sqlx::{FromRow, SqliteConnection};

use super::types::{MembershipType, MembershipTypes, ProRata, Tier, TierPrice};
use crate::error::{Error, Result};
use crate::groups::folded;
use crate::memberships::{Rule, day, optional_day};
use crate::orders::Amount;
use crate::workspace::Workspace;

/// The types by name, those that are offered no more at the end.
pub async fn list(ws: &Workspace) -> Result<MembershipTypes> {
    let types = all(ws, &mut *ws.read().await?).await?;
    Ok(MembershipTypes { types })
}

/// The id of the type of that name, case and accents ignored.
///
/// # Errors
/// `NotFound`.
pub async fn named(conn: &mut SqliteConnection, name: &str) -> Result<i64> {
    let found = sqlx::query_scalar("SELECT id FROM membership_types WHERE folded = ?")
        .bind(folded(name))
        .fetch_optional(conn)
        .await?;
    found.ok_or_else(|| Error::not_found("membership type", name))
}

pub(crate) async fn one(
    ws: &Workspace,
    conn: &mut SqliteConnection,
    id: i64,
) -> Result<MembershipType> {
    let all = all(ws, conn).await?;
    let found = all.into_iter().find(|one| one.id == id);
    found.ok_or_else(|| Error::not_found("membership type", id))
}

#[derive(FromRow)]
struct TypeRow {
    id: i64,
    name: String,
    term: String,
    grace_days: u32,
    currency: String,
    pro_rata: ProRata,
    roll_over: Option<String>,
    retired: bool,
    members: i64,
}

#[derive(FromRow)]
struct TierRow {
    id: i64,
    type_id: i64,
    name: String,
    retired: bool,
}

pub(crate) async fn all(
    ws: &Workspace,
    conn: &mut SqliteConnection,
) -> Result<Vec<MembershipType>> {
    let rows: Vec<TypeRow> = sqlx::query_as(include_str!("list.sql"))
        .fetch_all(&mut *conn)
        .await?;
    let mut tiers = tiers(ws, conn, &rows).await?;
    let mut mailed: BTreeMap<i64, Vec<_>> = BTreeMap::new();
    let issues: Vec<(i64, String)> =
        sqlx::query_as("SELECT type_id, on_date FROM mailed_issues ORDER BY on_date")
            .fetch_all(conn)
            .await?;
    for (id, on) in issues {
        mailed.entry(id).or_default().push(day(&on)?);
    }
    let types = rows.into_iter().map(|row| {
        let rule = Rule::read(&row.term).ok_or_else(|| Error::DamagedWorkspace {
            detail: format!("the term {}", row.term),
        })?;
        Ok(MembershipType {
            id: row.id,
            name: row.name,
            term: row.term,
            grace_days: row.grace_days,
            currency: row.currency,
            pro_rata: row.pro_rata,
            roll_over: row.roll_over,
            tiers: tiers.remove(&row.id).unwrap_or_default(),
            retired: row.retired,
            members: row.members,
            mailed: mailed.remove(&row.id).unwrap_or_default(),
            rule,
        })
    });
    types.collect()
}

/// The tiers of each type with their prices.
async fn tiers(
    ws: &Workspace,
    conn: &mut SqliteConnection,
    types: &[TypeRow],
) -> Result<BTreeMap<i64, Vec<Tier>>> {
    let rows: Vec<TierRow> = sqlx::query_as(
        "SELECT id, type_id, name, retired_at IS NOT NULL AS retired FROM membership_tiers ORDER BY retired, position, id",
    )
    .fetch_all(&mut *conn)
    .await?;
    let all: Vec<(i64, String, i64)> = sqlx::query_as(
        "SELECT tier_id, valid_from, minor FROM tier_prices ORDER BY tier_id, valid_from",
    )
    .fetch_all(conn)
    .await?;
    let today = ws.today();
    let mut tiers: BTreeMap<i64, Vec<Tier>> = BTreeMap::new();
    for row in rows {
        let of = types.iter().find(|one| one.id == row.type_id);
        let currency = of.map_or("", |one| one.currency.as_str());
        let own = all.iter().filter(|(tier, ..)| *tier == row.id);
        let prices = own.map(|(_, from, minor)| {
            Ok(TierPrice {
                from: optional_day(Some(from.as_str()).filter(|from| !from.is_empty()))?,
                price: Amount::new(*minor, currency),
            })
        });
        let mut tier = Tier {
            id: row.id,
            name: row.name,
            price: Amount::new(0, currency),
            prices: prices.collect::<Result<_>>()?,
            retired: row.retired,
        };
        tier.price.minor = tier.price_on(today);
        tiers.entry(row.type_id).or_default().push(tier);
    }
    Ok(tiers)
}

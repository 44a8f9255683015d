//! One member, as everything stands today.

use chrono::NaiveDate;
use sqlx::SqliteConnection;

use super::types::{Member, MemberChanged, MemberFound};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::membership_types::{self, MembershipType};
use crate::memberships::{Loaded, Membership, day, load};
use crate::orders::{self, Amount};
use crate::workspace::Workspace;

/// A member; one whose contact is in the trash is found too.
///
/// # Errors
/// `NotFound` when the contact is no member.
pub async fn get(ws: &Workspace, id: i64) -> Result<Member> {
    one(ws, &mut *ws.read().await?, id).await
}

/// A member, or nothing where the contact is none.
pub async fn find(ws: &Workspace, id: i64) -> Result<MemberFound> {
    let member = match get(ws, id).await {
        Err(Error::NotFound { .. }) => None,
        found => Some(found?),
    };
    Ok(MemberFound { member })
}

pub(super) async fn one(ws: &Workspace, conn: &mut SqliteConnection, id: i64) -> Result<Member> {
    let row: Option<(String, String, String)> = sqlx::query_as(include_str!("get.sql"))
        .bind(id)
        .fetch_optional(&mut *conn)
        .await?;
    let (number, joined, name) = row.ok_or_else(|| Error::not_found("member", id))?;
    let types = membership_types::all(ws, conn).await?;
    let loaded = load(conn, &types, Some(id)).await?;
    let today = ws.today();
    let memberships = loaded.iter().filter_map(|one| shown(one, &types, today));
    let memberships: Vec<Membership> = memberships.collect();
    let balances = orders::balances_of(conn, id).await?;
    Ok(Member {
        contact_id: id,
        number,
        name,
        joined: day(&joined)?,
        balance: first_balance(&balances, &memberships, &types),
        memberships,
        balances,
    })
}

/// A membership as it stands on a day.
pub(super) fn shown(
    loaded: &Loaded,
    types: &[MembershipType],
    today: NaiveDate,
) -> Option<Membership> {
    let of = types.iter().find(|one| one.id == loaded.type_id)?;
    let standing = loaded.history.on(today);
    let tier = standing.tier.and_then(|id| of.tier(id));
    Some(Membership {
        id: loaded.id,
        type_name: of.name.clone(),
        type_id: of.id,
        tier: tier.map(|tier| tier.name.clone()),
        tier_id: tier.map(|tier| tier.id),
        start: standing.start,
        end: standing.end,
        issues_left: standing.issues_left,
        status: standing.status,
        payer_id: loaded.payer,
    })
}

/// ISO 4217 for "no currency": of who never owed anything, where no type of membership has one either.
const NO_CURRENCY: &str = "XXX";

/// The balance to show first: one that is not nothing, else nothing in the currency of the membership.
pub(super) fn first_balance(
    balances: &[Amount],
    memberships: &[Membership],
    types: &[MembershipType],
) -> Amount {
    let open = balances.iter().find(|amount| amount.minor != 0);
    if let Some(amount) = open.or(balances.first()) {
        return amount.clone();
    }
    let own = memberships.first().map(|one| one.type_id);
    let of = types.iter().find(|one| Some(one.id) == own);
    let currency = of
        .or(types.first())
        .map_or(NO_CURRENCY, |one| &one.currency);
    Amount::new(0, currency)
}

/// Fails where a contact is no member.
pub(crate) async fn must_be(change: &mut Change, id: i64) -> Result<()> {
    let found: Option<(String, bool)> = sqlx::query_as(include_str!("is_member.sql"))
        .bind(id)
        .fetch_optional(&mut **change)
        .await?;
    match found {
        None => Err(Error::not_found("contact", id)),
        Some((_, true)) => Ok(()),
        Some((name, false)) => Err(Error::invalid(format!(
            "{name} is no member. Convert the contact to a member first."
        ))),
    }
}

/// What every change of a member ends with.
pub(crate) async fn finish(ws: &Workspace, mut change: Change, id: i64) -> Result<MemberChanged> {
    let member = one(ws, &mut change, id).await?;
    Ok(MemberChanged {
        member,
        batch: change.commit().await?,
    })
}

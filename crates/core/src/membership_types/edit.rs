//! A new type, and changes to one.

use super::check;
use super::list::one;
use super::types::{MembershipTypeChanged, MembershipTypeCreate, MembershipTypeEdit, TierInput};
use crate::error::{Error, Result};
use crate::groups::folded;
use crate::journal::Change;
use crate::memberships::Rule;
use crate::operations::Operation;
use crate::orders::Amount;
use crate::workspace::{Workspace, settings};

/// A new type of membership.
///
/// # Errors
/// `Invalid` with the field: a name that is taken, a term or a price that can't be read.
pub async fn create(ws: &Workspace, input: &MembershipTypeCreate) -> Result<MembershipTypeChanged> {
    let mut change = Change::begin(ws, Operation::MembershipTypeCreate).await?;
    let name = check::name(&input.name)?;
    name_is_free(&mut change, name, None).await?;
    let rule = check::rule(&input.term)?;
    let country = settings(&mut change).await?.country;
    let currency = check::currency(input.currency.as_deref(), country.as_deref())?;
    let id = sqlx::query(include_str!("create.sql"))
        .bind(name)
        .bind(folded(name))
        .bind(rule.to_string())
        .bind(input.grace_days)
        .bind(currency)
        .bind(input.pro_rata)
        .bind(check::roll_over(input.roll_over.as_deref(), rule)?)
        .execute(&mut *change)
        .await?
        .last_insert_rowid();
    for tier in &input.tiers {
        put_tier(&mut change, id, currency, tier).await?;
    }
    finish(ws, change, id).await
}

/// Changes a type. Terms and orders that are there stay as they were agreed.
///
/// # Errors
/// As [`create`]; `NotFound`.
pub async fn edit(ws: &Workspace, input: &MembershipTypeEdit) -> Result<MembershipTypeChanged> {
    let mut change = Change::begin(ws, Operation::MembershipTypeEdit).await?;
    let before = one(ws, &mut change, input.id).await?;
    let name = match &input.name {
        Some(name) => check::name(name)?,
        None => &before.name,
    };
    name_is_free(&mut change, name, Some(input.id)).await?;
    let rule = match &input.term {
        Some(term) => check::rule(term)?,
        None => before.rule,
    };
    let roll_over = match (&input.roll_over, rule) {
        (None, Rule::Fixed { .. }) => before.roll_over,
        (typed, rule) => check::roll_over(typed.as_deref(), rule)?,
    };
    let retired = input.retired.unwrap_or(before.retired);
    sqlx::query(include_str!("edit.sql"))
        .bind(input.id)
        .bind(name)
        .bind(folded(name))
        .bind(rule.to_string())
        .bind(input.grace_days.unwrap_or(before.grace_days))
        .bind(input.pro_rata.unwrap_or(before.pro_rata))
        .bind(roll_over)
        .bind(retired.then(|| change.now.clone()))
        .execute(&mut *change)
        .await?;
    for tier in &input.tiers {
        put_tier(&mut change, input.id, &before.currency, tier).await?;
    }
    for tier in &input.retire_tiers {
        let now = change.now.clone();
        sqlx::query("UPDATE membership_tiers SET retired_at = ?3 WHERE id = ?1 AND type_id = ?2")
            .bind(tier)
            .bind(input.id)
            .bind(now)
            .execute(&mut *change)
            .await?;
    }
    finish(ws, change, input.id).await
}

async fn finish(ws: &Workspace, mut change: Change, id: i64) -> Result<MembershipTypeChanged> {
    let membership_type = one(ws, &mut change, id).await?;
    Ok(MembershipTypeChanged {
        membership_type,
        batch: change.commit().await?,
    })
}

async fn name_is_free(change: &mut Change, name: &str, own: Option<i64>) -> Result<()> {
    let sql = "SELECT EXISTS (SELECT 1 FROM membership_types WHERE folded = ? AND id IS NOT ?)";
    let taken: bool = sqlx::query_scalar(sql)
        .bind(folded(name))
        .bind(own)
        .fetch_one(&mut **change)
        .await?;
    if taken {
        let message = format!("There is a membership type “{name}” already.");
        return Err(Error::field("name", message));
    }
    Ok(())
}

/// A new tier, or another name and price for one that is there; the same name is the same tier.
async fn put_tier(
    change: &mut Change,
    membership_type: i64,
    currency: &str,
    input: &TierInput,
) -> Result<()> {
    let name = input.name.trim();
    if name.is_empty() {
        return Err(Error::field("tiers", "A tier needs a name."));
    }
    let price = Amount::read(&input.price, currency)
        .filter(|price| price.minor >= 0)
        .ok_or_else(|| {
            let message = format!(
                "“{}” is no price of {name}: write it like 50.00.",
                input.price
            );
            Error::field("tiers", message)
        })?;
    let id = named_tier(change, membership_type, input.id, name).await?;
    sqlx::query(include_str!("put_price.sql"))
        .bind(id)
        .bind(input.from.map(|from| from.to_string()).unwrap_or_default())
        .bind(price.minor)
        .execute(&mut **change)
        .await?;
    Ok(())
}

/// The tier by its id, with its new name; without an id the one of that name, made when there is none.
async fn named_tier(
    change: &mut Change,
    membership_type: i64,
    id: Option<i64>,
    name: &str,
) -> Result<i64> {
    let sql = match id {
        Some(_) => include_str!("rename_tier.sql"),
        None => include_str!("put_tier.sql"),
    };
    let found: std::result::Result<Option<i64>, _> = sqlx::query_scalar(sql)
        .bind(membership_type)
        .bind(name)
        .bind(folded(name))
        .bind(id)
        .fetch_optional(&mut **change)
        .await;
    match found {
        Ok(found) => found.ok_or_else(|| Error::not_found("tier", id.unwrap_or_default())),
        Err(sqlx::Error::Database(cause)) if cause.is_unique_violation() => {
            let message = format!("There is a tier “{name}” already.");
            Err(Error::field("tiers", message))
        }
        Err(error) => Err(error.into()),
    }
}

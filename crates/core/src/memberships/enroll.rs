//! Enrolling a member: a membership, its first term, and the order for it.

use chrono::NaiveDate;

use super::load::{Loaded, load};
use super::rule::Rule;
use super::standing::Status;
use super::types::MemberEnroll;
use crate::discounts::{self, Given};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::members::{self, MemberChanged};
use crate::membership_types::{self, MembershipType, Tier};
use crate::operations::Operation;
use crate::orders;
use crate::workspace::Workspace;

/// A new membership. One that has lapsed or was cancelled gets a new term.
///
/// # Errors
/// `NotFound`; `Invalid` where the contact is no member, has such a membership already, or the tier is not told.
pub async fn enroll(ws: &Workspace, input: &MemberEnroll) -> Result<MemberChanged> {
    let mut change = Change::begin(ws, Operation::MemberEnroll).await?;
    members::must_be(&mut change, input.id).await?;
    let of = membership_types::one(ws, &mut change, input.type_id).await?;
    let start = input.start.unwrap_or_else(|| ws.today());
    let present = membership(&mut change, &of, input.id).await?;
    if let Some(present) = &present {
        must_be_over(present, &of, ws.today())?;
    }
    let membership = match present {
        Some(present) => present.id,
        None => insert(&mut change, input.id, &of).await?,
    };
    if let Some(payer) = input.payer {
        pay_by(&mut change, membership, payer).await?;
    }
    let new = NewTerm {
        membership,
        tier: chosen_tier(&of, input.tier)?,
        start,
        free: input.free,
        reason: input.reason.as_deref(),
    };
    let order = new.insert(ws, &mut change, &of).await?;
    if let Some(code) = input.code.as_deref().filter(|code| !code.trim().is_empty()) {
        let order = order.ok_or_else(|| Error::field("code", "There is no order to discount."))?;
        discounts::give(&mut change, order, &Given::Code(code)).await?;
    }
    members::finish(ws, change, input.id).await
}

/// The membership of a contact of that type, if there is one.
pub(crate) async fn membership(
    change: &mut Change,
    of: &MembershipType,
    contact: i64,
) -> Result<Option<Loaded>> {
    let all = load(change, std::slice::from_ref(of), Some(contact)).await?;
    Ok(all.into_iter().find(|one| one.type_id == of.id))
}

fn must_be_over(present: &Loaded, of: &MembershipType, today: NaiveDate) -> Result<()> {
    match present.history.on(today).status {
        Status::Lapsed | Status::Cancelled => Ok(()),
        Status::Deceased => Err(Error::invalid("This member is marked as deceased.")),
        status => Err(Error::invalid(format!(
            "There is a membership {} already: it is {}. Renew it instead.",
            of.name,
            status.name()
        ))),
    }
}

/// A membership without a term as yet.
pub(crate) async fn insert(change: &mut Change, contact: i64, of: &MembershipType) -> Result<i64> {
    if of.retired {
        let message = format!("{} is offered no more.", of.name);
        return Err(Error::field("type_id", message));
    }
    let done = sqlx::query("INSERT INTO memberships (contact_id, type_id) VALUES (?, ?)")
        .bind(contact)
        .bind(of.id)
        .execute(&mut **change)
        .await?;
    Ok(done.last_insert_rowid())
}

/// Puts a membership on somebody's bill; on the member's own where that is the same person.
pub(crate) async fn pay_by(change: &mut Change, membership: i64, payer: i64) -> Result<()> {
    let sql = "SELECT EXISTS (SELECT 1 FROM contacts WHERE id = ? AND deleted_at IS NULL)";
    let exists: bool = sqlx::query_scalar(sql)
        .bind(payer)
        .fetch_one(&mut **change)
        .await?;
    if !exists {
        return Err(Error::not_found("contact", payer));
    }
    sqlx::query("UPDATE memberships SET payer_id = nullif(?2, contact_id) WHERE id = ?1")
        .bind(membership)
        .bind(payer)
        .execute(&mut **change)
        .await?;
    Ok(())
}

/// The tier that was named, or the only one.
pub(crate) fn chosen_tier(of: &MembershipType, tier: Option<i64>) -> Result<Option<&Tier>> {
    if let Some(id) = tier {
        let found = of.tier(id);
        return found.map(Some).ok_or_else(|| Error::not_found("tier", id));
    }
    let offered: Vec<&Tier> = of.tiers.iter().filter(|tier| !tier.retired).collect();
    match offered.as_slice() {
        [] => Ok(None),
        [one] => Ok(Some(one)),
        several => {
            let names: Vec<&str> = several.iter().map(|tier| tier.name.as_str()).collect();
            let message = format!("Choose a tier of {}: {}.", of.name, names.join(", "));
            Err(Error::field("tier", message))
        }
    }
}

/// A term that is about to be made.
pub(crate) struct NewTerm<'a> {
    pub membership: i64,
    pub tier: Option<&'a Tier>,
    pub start: NaiveDate,
    pub free: bool,
    pub reason: Option<&'a str>,
}

impl NewTerm<'_> {
    /// Makes the term and, unless it costs nothing, the order of who pays for it; tells the order's number.
    pub async fn insert(
        &self,
        ws: &Workspace,
        change: &mut Change,
        of: &MembershipType,
    ) -> Result<Option<i64>> {
        let end = of.end(self.start);
        let term = self.insert_until(change, of, end).await?;
        let price = self.tier.map(|tier| of.price(tier, self.start));
        match price.filter(|price| price.minor > 0 && !self.free) {
            Some(price) => {
                let text = line_text(of, self.tier, self.start, end);
                let order = orders::for_term(change, term, ws.today(), &price, &text).await?;
                Ok(Some(order))
            }
            None => Ok(None),
        }
    }

    /// Makes the term alone, with its end; tells its number.
    pub async fn insert_until(
        &self,
        change: &mut Change,
        of: &MembershipType,
        end: Option<NaiveDate>,
    ) -> Result<i64> {
        let batch = change.batch;
        let issues = match of.rule {
            Rule::Issues(issues) => Some(issues),
            _ => None,
        };
        let done = sqlx::query(include_str!("insert_term.sql"))
            .bind(self.membership)
            .bind(self.tier.map(|tier| tier.id))
            .bind(self.start.to_string())
            .bind(end.map(|end| end.to_string()))
            .bind(issues)
            .bind(self.reason.filter(|reason| !reason.is_empty()))
            .bind(batch)
            .execute(&mut **change)
            .await?;
        Ok(done.last_insert_rowid())
    }
}

/// What stands on the order: `Annual, Adult, 2026-01-01 – 2026-12-31`.
pub(crate) fn line_text(
    of: &MembershipType,
    tier: Option<&Tier>,
    start: NaiveDate,
    end: Option<NaiveDate>,
) -> String {
    let tier = tier.map(|tier| format!(", {}", tier.name));
    let end = end.map(|end| format!(" – {end}"));
    format!(
        "{}{}, {start}{}",
        of.name,
        tier.unwrap_or_default(),
        end.unwrap_or_default()
    )
}

//! Members come into a bundle: each from their own day to the end of the term that all share, on one order to the payer.

use chrono::NaiveDate;

use super::read::{finish, parts, runs, shared_end};
use super::renew::line_of_member;
use super::types::{BundleAdd, BundleChanged};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::members;
use crate::membership_types::{self, MembershipType, Tier};
use crate::memberships::{
    Loaded, NewTerm, Rule, Status, chosen_tier, insert, membership, next_start, pay_by,
};
use crate::operations::Operation;
use crate::orders::{self, Amount};
use crate::workspace::Workspace;

/// Takes members into the bundle of a payer; the first make it.
///
/// # Errors
/// `NotFound`; `Invalid` where one of them is no member, the tier is not told, or the shared term ends before the day.
pub async fn add(ws: &Workspace, input: &BundleAdd) -> Result<BundleChanged> {
    let mut change = Change::begin(ws, Operation::BundleAdd).await?;
    let of = membership_types::one(ws, &mut change, input.type_id).await?;
    if matches!(of.rule, Rule::Issues(_)) {
        let message = format!(
            "{} is counted in issues: its term can't be shared.",
            of.name
        );
        return Err(Error::field("type_id", message));
    }
    if input.members.is_empty() {
        return Err(Error::field("members", "Choose who comes into the bundle."));
    }
    let joining = joining(&mut change, &of, &input.members).await?;
    let there = parts(&mut change, input.payer, &of).await?;
    let present = there.iter().map(|part| &part.membership);
    let coming = joining.iter().filter_map(|(_, present)| present.as_ref());
    let joined = input.joined.unwrap_or_else(|| ws.today());
    let end = shared_end(present.chain(coming), ws.today()).or_else(|| of.end(joined));
    if let Some(end) = end.filter(|end| *end < joined) {
        let message = format!("The shared term ends on {end}, before that day. Renew it first.");
        return Err(Error::field("joined", message));
    }
    let shared = Shared {
        of: &of,
        tier: chosen_tier(&of, input.tier)?,
        joined,
        end,
        today: ws.today(),
    };
    let mut lines = Vec::new();
    for (contact, present) in joining {
        lines.extend(
            shared
                .take_in(&mut change, input.payer, contact, present)
                .await?,
        );
    }
    if !input.free {
        orders::for_terms(&mut change, input.payer, ws.today(), &lines).await?;
    }
    finish(ws, change, input.payer, &of).await
}

/// Each of the members once, with the membership of the type that they have already.
async fn joining(
    change: &mut Change,
    of: &MembershipType,
    members: &[i64],
) -> Result<Vec<(i64, Option<Loaded>)>> {
    let mut joining: Vec<(i64, Option<Loaded>)> = Vec::with_capacity(members.len());
    for id in members {
        if joining.iter().any(|(known, _)| known == id) {
            continue;
        }
        members::must_be(change, *id).await?;
        joining.push((*id, membership(change, of, *id).await?));
    }
    Ok(joining)
}

struct Shared<'a> {
    of: &'a MembershipType,
    tier: Option<&'a Tier>,
    joined: NaiveDate,
    end: Option<NaiveDate>,
    today: NaiveDate,
}

impl Shared<'_> {
    /// The membership goes on the payer's bill, with a term for what is missing. Tells the line of the order for it.
    async fn take_in(
        &self,
        change: &mut Change,
        payer: i64,
        contact: i64,
        present: Option<Loaded>,
    ) -> Result<Option<(i64, String, Amount)>> {
        let start = self.start(present.as_ref())?;
        let membership = match present {
            Some(present) => present.id,
            None => insert(change, contact, self.of).await?,
        };
        pay_by(change, membership, payer).await?;
        let Some(start) = start.filter(|start| self.end.is_none_or(|end| *start <= end)) else {
            return Ok(None);
        };
        let new = NewTerm {
            membership,
            tier: self.tier,
            start,
            free: true,
            reason: None,
        };
        let term = new.insert_until(change, self.of, self.end).await?;
        let number: String = sqlx::query_scalar("SELECT number FROM members WHERE contact_id = ?")
            .bind(contact)
            .fetch_one(&mut **change)
            .await?;
        let text = line_of_member(self.of, self.tier, (start, self.end), &number);
        let price = self.tier.map(|tier| self.of.price(tier, start));
        Ok(price.map(|price| (term, text, price)))
    }

    /// The first day that is still to be paid; None for who has it for life.
    fn start(&self, present: Option<&Loaded>) -> Result<Option<NaiveDate>> {
        let Some(present) = present else {
            return Ok(Some(self.joined));
        };
        let standing = present.history.on(self.today);
        if standing.status == Status::Deceased {
            return Err(Error::invalid("This member is marked as deceased."));
        }
        Ok(match runs(&standing) {
            true => next_start(&present.history, self.of.rule, self.today),
            false => Some(self.joined),
        })
    }
}

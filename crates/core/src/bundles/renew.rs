//! One more term for all of a bundle: each goes on from their own end, to one end that all share, on one order.

use chrono::NaiveDate;

use super::read::{Part, finish, must_be};
use super::types::{BundleChanged, BundleRenew};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::membership_types::{self, MembershipType, Tier};
use crate::memberships::{NewTerm, Status, line_text, next_start};
use crate::operations::Operation;
use crate::orders;
use crate::workspace::Workspace;

/// Renews all of a bundle but who cancelled or has died.
///
/// # Errors
/// `NotFound`; `Invalid` where there is no such bundle, or nothing of it to renew.
pub async fn renew(ws: &Workspace, input: &BundleRenew) -> Result<BundleChanged> {
    let mut change = Change::begin(ws, Operation::BundleRenew).await?;
    let of = membership_types::one(ws, &mut change, input.type_id).await?;
    let parts = must_be(&mut change, input.payer, &of).await?;
    let starts: Vec<(&Part, NaiveDate)> = parts
        .iter()
        .filter_map(|part| Some((part, start(part, &of, ws.today())?)))
        .collect();
    let latest = starts.iter().map(|(_, start)| *start).max();
    let latest =
        latest.ok_or_else(|| Error::invalid("Nobody in this bundle has a membership to renew."))?;
    let end = of.end(latest);
    let mut lines = Vec::with_capacity(starts.len());
    for (part, start) in starts {
        let tier = part.standing(ws.today()).tier.and_then(|id| of.tier(id));
        let new = NewTerm {
            membership: part.membership.id,
            tier,
            start,
            free: true,
            reason: None,
        };
        let term = new.insert_until(&mut change, &of, end).await?;
        let text = line_of_member(&of, tier, (start, end), &part.number);
        lines.extend(tier.map(|tier| (term, text, of.price(tier, start))));
    }
    if !input.free {
        orders::for_terms(&mut change, input.payer, ws.today(), &lines).await?;
    }
    finish(ws, change, input.payer, &of).await
}

/// The first day of a part's next term; None where there is none to come.
fn start(part: &Part, of: &MembershipType, today: NaiveDate) -> Option<NaiveDate> {
    let standing = part.standing(today);
    let is_over = matches!(standing.status, Status::Cancelled | Status::Deceased);
    match is_over || standing.cancelled {
        true => None,
        false => next_start(&part.membership.history, of.rule, today),
    }
}

/// What stands on an order that is for several: whose term it is too, by the member number, for a name would outlive the
/// person on somebody else's order.
pub(crate) fn line_of_member(
    of: &MembershipType,
    tier: Option<&Tier>,
    (from, to): (NaiveDate, Option<NaiveDate>),
    number: &str,
) -> String {
    format!("{}, #{number}", line_text(of, tier, from, to))
}

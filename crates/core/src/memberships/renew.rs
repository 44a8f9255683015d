//! Renewing: one more term. Before the end, and in grace after it, it starts the day after the end, so that nothing paid
//! for is lost; later it starts on the day itself (M2, M3).

use chrono::{Days, NaiveDate};

use super::enroll::{NewTerm, chosen_tier, membership};
use super::rule::Rule;
use super::standing::{History, Status};
use super::types::MemberRenew;
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::members::{self, MemberChanged};
use crate::membership_types;
use crate::operations::Operation;
use crate::workspace::Workspace;

/// One more term of a membership, with its order.
///
/// # Errors
/// `NotFound`; `Invalid` where the contact is no member or has no such membership, or it is for life.
pub async fn renew(ws: &Workspace, input: &MemberRenew) -> Result<MemberChanged> {
    let mut change = Change::begin(ws, Operation::MemberRenew).await?;
    members::must_be(&mut change, input.id).await?;
    let of = membership_types::one(ws, &mut change, input.type_id).await?;
    let present = membership(&mut change, &of, input.id)
        .await?
        .ok_or_else(|| {
            let message = format!("There is no membership {} to renew. Enroll first.", of.name);
            Error::invalid(message)
        })?;
    let standing = present.history.on(ws.today());
    if standing.status == Status::Deceased {
        return Err(Error::invalid("This member is marked as deceased."));
    }
    let start = next_start(&present.history, of.rule, ws.today())
        .ok_or_else(|| Error::invalid("A membership for life needs no renewal."))?;
    let kept = standing.tier.filter(|tier| of.tier(*tier).is_some());
    let new = NewTerm {
        membership: present.id,
        tier: chosen_tier(&of, input.tier.or(kept))?,
        start,
        free: input.free,
        reason: None,
    };
    new.insert(ws, &mut change, &of).await?;
    members::finish(ws, change, input.id).await
}

/// The first day of the next term; None where the membership is for life.
pub(crate) fn next_start(history: &History, rule: Rule, today: NaiveDate) -> Option<NaiveDate> {
    let standing = history.on(today);
    if standing.status == Status::Cancelled || matches!(rule, Rule::Issues(_)) {
        return Some(today);
    }
    if standing.endless {
        return None;
    }
    let Some(end) = standing.last_end else {
        return Some(today);
    };
    let last_of_grace = end.checked_add_days(Days::new(u64::from(history.grace_days)))?;
    if today <= last_of_grace {
        end.succ_opt()
    } else {
        Some(today)
    }
}

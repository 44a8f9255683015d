//! A member leaves a bundle, or somebody else pays for it. Orders that are there stay with whoever owes them.

use super::read::{finish, must_be};
use super::types::{BundleChanged, BundleLeave, BundlePayer};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::membership_types;
use crate::memberships::{membership, pay_by};
use crate::operations::Operation;
use crate::workspace::Workspace;

/// A member leaves: the term goes on to its end, and they pay for the next themselves.
///
/// # Errors
/// `NotFound`; `Invalid` where nobody else pays for the member.
pub async fn leave(ws: &Workspace, input: &BundleLeave) -> Result<BundleChanged> {
    let mut change = Change::begin(ws, Operation::BundleLeave).await?;
    let of = membership_types::one(ws, &mut change, input.type_id).await?;
    let present = membership(&mut change, &of, input.id).await?;
    let paid = present.and_then(|one| one.payer.map(|payer| (one.id, payer)));
    let Some((membership, payer)) = paid else {
        let message = format!(
            "Nobody else pays this contact's membership {}. A payer who leaves the bundle hands it on first.",
            of.name
        );
        return Err(Error::invalid(message));
    };
    pay_by(&mut change, membership, input.id).await?;
    finish(ws, change, payer, &of).await
}

/// Somebody else pays from the next order on; who paid until now stays in the bundle where they are a member.
///
/// # Errors
/// `NotFound`; `Invalid` where there is no such bundle.
pub async fn change_payer(ws: &Workspace, input: &BundlePayer) -> Result<BundleChanged> {
    let mut change = Change::begin(ws, Operation::BundlePayer).await?;
    let of = membership_types::one(ws, &mut change, input.type_id).await?;
    for part in must_be(&mut change, input.payer, &of).await? {
        pay_by(&mut change, part.membership.id, input.to).await?;
    }
    finish(ws, change, input.to, &of).await
}

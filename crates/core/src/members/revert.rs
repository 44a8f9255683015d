//! Turning a member back into a contact. Number, memberships, orders and payments stay with the person, and the answer says
//! how many; only the memberships rest until they are a member again.

use super::get::{must_be, one};
use super::types::{MemberKept, MemberReverted};
use crate::contacts::ById;
use crate::error::Result;
use crate::journal::Change;
use crate::operations::Operation;
use crate::orders;
use crate::workspace::Workspace;

/// # Errors
/// `NotFound`; `Invalid` where the contact is no member.
pub async fn revert(ws: &Workspace, input: &ById) -> Result<MemberReverted> {
    let mut change = Change::begin(ws, Operation::MemberRevert).await?;
    must_be(&mut change, input.id).await?;
    let member = one(ws, &mut change, input.id).await?;
    let (orders, payments) = orders::kept(&mut change, input.id).await?;
    let now = change.now.clone();
    sqlx::query("UPDATE members SET reverted_at = ?2 WHERE contact_id = ?1")
        .bind(input.id)
        .bind(now)
        .execute(&mut *change)
        .await?;
    let kept = MemberKept {
        memberships: member.memberships.len() as i64,
        orders,
        payments,
    };
    Ok(MemberReverted {
        member,
        kept,
        batch: change.commit().await?,
    })
}

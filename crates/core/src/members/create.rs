//! A member made directly: a new contact and its conversion, undone together.

use super::convert::raise;
use super::get::get;
use super::types::{MemberChanged, MemberConvert, MemberCreate};
use crate::contacts;
use crate::error::Result;
use crate::journal::Change;
use crate::operations::Operation;
use crate::workspace::Workspace;

/// A new contact who is a member. They need no organization, also where other contacts do (R8).
///
/// # Errors
/// As creating a contact; `Invalid` where the number is another member's.
pub async fn create(ws: &Workspace, input: &MemberCreate) -> Result<MemberChanged> {
    let mut change = Change::begin(ws, Operation::MemberCreate).await?;
    let id = contacts::insert(&mut change).await?;
    let convert = MemberConvert {
        id,
        number: input.number.clone(),
        joined: input.joined,
    };
    raise(ws, &mut change, &convert).await?;
    let changed = contacts::fill(change, id, &input.set).await?;
    Ok(MemberChanged {
        member: get(ws, id).await?,
        batch: changed.batch,
    })
}

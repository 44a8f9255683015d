//! Converting a contact to a member: the same person, everything kept.

use super::get::finish;
use super::types::{MemberChanged, MemberConvert};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::operations::Operation;
use crate::workspace::Workspace;

/// Makes a contact a member.
///
/// # Errors
/// `NotFound`; `Invalid` where they are one already, or the number is another member's.
pub async fn convert(ws: &Workspace, input: &MemberConvert) -> Result<MemberChanged> {
    let mut change = Change::begin(ws, Operation::MemberConvert).await?;
    raise(ws, &mut change, input).await?;
    finish(ws, change, input.id).await
}

/// The member's row, as part of a change.
pub(super) async fn raise(
    ws: &Workspace,
    change: &mut Change,
    input: &MemberConvert,
) -> Result<()> {
    let found: Option<(String, bool)> = sqlx::query_as(include_str!("is_member.sql"))
        .bind(input.id)
        .fetch_optional(&mut **change)
        .await?;
    match found {
        None => return Err(Error::not_found("contact", input.id)),
        Some((name, true)) => {
            return Err(Error::invalid(format!("{name} is a member already.")));
        }
        Some((_, false)) => {}
    }
    let number = free_number(change, input).await?;
    let joined = input.joined.map(|day| day.to_string());
    sqlx::query(include_str!("convert.sql"))
        .bind(input.id)
        .bind(number)
        .bind(joined)
        .bind(ws.today().to_string())
        .execute(&mut **change)
        .await?;
    Ok(())
}

/// The number that was asked for, that they had before, or the next after the highest.
async fn free_number(change: &mut Change, input: &MemberConvert) -> Result<String> {
    let wanted = input.number.as_deref().map(str::trim);
    let Some(wanted) = wanted.filter(|number| !number.is_empty()) else {
        return Ok(sqlx::query_scalar(include_str!("next_number.sql"))
            .bind(input.id)
            .fetch_one(&mut **change)
            .await?);
    };
    let sql = "SELECT EXISTS (SELECT 1 FROM members WHERE number = ?1 AND contact_id <> ?2) OR EXISTS (SELECT 1 FROM merges WHERE number = ?1)";
    let taken: bool = sqlx::query_scalar(sql)
        .bind(wanted)
        .bind(input.id)
        .fetch_one(&mut **change)
        .await?;
    if taken {
        let message = format!("Another member has the number {wanted} already.");
        return Err(Error::field("number", message));
    }
    Ok(wanted.to_owned())
}

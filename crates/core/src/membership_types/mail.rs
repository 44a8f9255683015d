//! Mailing an issue: from then on each membership of the type that has issues left has one less.

use super::list::one;
use super::types::{IssueMailed, MembershipTypeChanged};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::memberships::Rule;
use crate::operations::Operation;
use crate::workspace::Workspace;

/// # Errors
/// `NotFound`; `Invalid` where the type counts no issues, or one was mailed that day already.
pub async fn mail(ws: &Workspace, input: &IssueMailed) -> Result<MembershipTypeChanged> {
    let mut change = Change::begin(ws, Operation::IssueMailed).await?;
    let before = one(ws, &mut change, input.id).await?;
    if !matches!(before.rule, Rule::Issues(_)) {
        let message = format!("{} counts no issues.", before.name);
        return Err(Error::invalid(message));
    }
    if before.mailed.contains(&input.on) {
        let message = format!("An issue was mailed on {} already.", input.on);
        return Err(Error::field("on", message));
    }
    sqlx::query("INSERT INTO mailed_issues (type_id, on_date, name) VALUES (?, ?, ?)")
        .bind(input.id)
        .bind(input.on.to_string())
        .bind(input.name.as_deref().filter(|name| !name.is_empty()))
        .execute(&mut *change)
        .await?;
    let membership_type = one(ws, &mut change, input.id).await?;
    Ok(MembershipTypeChanged {
        membership_type,
        batch: change.commit().await?,
    })
}

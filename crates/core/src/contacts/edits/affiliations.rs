//! Edits of ties to organizations, beginning at the contact (R4).

use sqlx::AssertSqlSafe;

use super::{read_date, text};
use crate::contacts::details::one;
use crate::error::{Error, Result};
use crate::fields::Target;
use crate::journal::Change;
use crate::organizations::{self, OrganizationChoice, OrganizationKind};

/// One more tie. A contact that is tied to the organization already keeps that one tie.
pub(super) async fn add_affiliation(
    change: &mut Change,
    id: i64,
    organization: &OrganizationChoice,
) -> Result<()> {
    let organization = organizations::chosen(change, organization).await?;
    sqlx::query(include_str!("add_affiliation.sql"))
        .bind(id)
        .bind(organization)
        .execute(&mut **change)
        .await?;
    Ok(())
}

/// Refuses a tie of somebody else.
async fn own(change: &mut Change, id: i64, affiliation: i64) -> Result<()> {
    let sql = "SELECT EXISTS (SELECT 1 FROM affiliations WHERE id = ? AND contact_id = ?)";
    let exists: bool = sqlx::query_scalar(sql)
        .bind(affiliation)
        .bind(id)
        .fetch_one(&mut **change)
        .await?;
    if exists {
        Ok(())
    } else {
        Err(Error::not_found("affiliation", affiliation))
    }
}

/// Moves a tie to another organization. Title, role and dates stay on it.
///
/// # Errors
/// `Invalid` when the contact is tied to that organization already.
pub(super) async fn move_affiliation(
    change: &mut Change,
    id: i64,
    affiliation: i64,
    organization: &OrganizationChoice,
) -> Result<()> {
    own(change, id, affiliation).await?;
    let organization = organizations::chosen(change, organization).await?;
    let moved = sqlx::query(include_str!("move_affiliation.sql"))
        .bind(affiliation)
        .bind(organization)
        .execute(&mut **change)
        .await?;
    match moved.rows_affected() {
        0 => Err(Error::field(
            "organization",
            "The contact belongs to this organization already.",
        )),
        _ => Ok(()),
    }
}

pub(super) async fn edit_affiliation(
    change: &mut Change,
    id: i64,
    affiliation: i64,
    part: &str,
    value: &str,
) -> Result<()> {
    own(change, id, affiliation).await?;
    let column = match part {
        "role" => "role",
        "title" => "title",
        "department" => "department",
        "from" => "from_date",
        "to" => "to_date",
        other => {
            return Err(Error::field(
                other,
                format!("No affiliation has a {other}."),
            ));
        }
    };
    let value = match column {
        "from_date" | "to_date" => read_date(change, part, value).await?,
        _ => value.to_owned(),
    };
    let sql = format!("UPDATE affiliations SET {column} = ? WHERE id = ?");
    sqlx::query(AssertSqlSafe(sql))
        .bind(text(&value))
        .bind(affiliation)
        .execute(&mut **change)
        .await?;
    expect_order(change, affiliation).await
}

/// Says what an organization is that this very change has made. Any other has its kind for all its contacts.
async fn say_kind(change: &mut Change, affiliation: i64, value: &str) -> Result<()> {
    let refused = |message: String| Err(Error::field("organization_kind", message));
    let Some(kind) = OrganizationKind::read(value) else {
        return refused(format!("“{value}” is none of account, agency, lead."));
    };
    let (id, held, name, batch): (i64, OrganizationKind, String, i64) =
        sqlx::query_as(include_str!("organization_of_tie.sql"))
            .bind(affiliation)
            .fetch_one(&mut **change)
            .await?;
    if held == kind {
        return Ok(());
    }
    if batch != change.batch {
        return refused(format!(
            "{name} is there already, as {}: “roster org edit {id} --set kind={}” changes it for all its contacts.",
            held.name(),
            kind.name()
        ));
    }
    sqlx::query("UPDATE organizations SET kind = ? WHERE id = ?")
        .bind(kind)
        .bind(id)
        .execute(&mut **change)
        .await?;
    Ok(())
}

/// A tie doesn't end before it begins.
async fn expect_order(change: &mut Change, affiliation: i64) -> Result<()> {
    let sql = "SELECT from_date > to_date FROM affiliations WHERE id = ?";
    let is_wrong: Option<bool> = sqlx::query_scalar(sql)
        .bind(affiliation)
        .fetch_one(&mut **change)
        .await?;
    match is_wrong {
        Some(true) => Err(Error::field("to", "The end is before the beginning.")),
        _ => Ok(()),
    }
}

pub(super) async fn make_affiliation_primary(
    change: &mut Change,
    id: i64,
    affiliation: i64,
) -> Result<()> {
    own(change, id, affiliation).await?;
    let sql = "UPDATE affiliations SET is_primary = NULL WHERE contact_id = ? AND is_primary = 1 AND id <> ?";
    sqlx::query(sql)
        .bind(id)
        .bind(affiliation)
        .execute(&mut **change)
        .await?;
    sqlx::query("UPDATE affiliations SET is_primary = 1 WHERE id = ?")
        .bind(affiliation)
        .execute(&mut **change)
        .await?;
    Ok(())
}

pub(super) async fn remove_affiliation(
    change: &mut Change,
    id: i64,
    affiliation: i64,
) -> Result<()> {
    own(change, id, affiliation).await?;
    sqlx::query("DELETE FROM affiliations WHERE id = ?")
        .bind(affiliation)
        .execute(&mut **change)
        .await?;
    Ok(())
}

/// Sets a part of the tie that stands at a place of the contact's, the primary one first. A name at the place behind the
/// last one is a new tie; an empty name takes the tie away.
pub(super) async fn set_tie(
    change: &mut Change,
    id: i64,
    target: &Target,
    nth: usize,
    value: &str,
) -> Result<()> {
    let part = match target {
        Target::JobTitle => "title",
        Target::Department => "department",
        Target::OrganizationKind => "kind",
        Target::Role => "role",
        Target::From => "from",
        Target::To => "to",
        _ => "organization",
    };
    let ties = one(change, id).await?.organizations;
    let tie = ties.get(nth).map(|tie| tie.affiliation_id);
    let named = OrganizationChoice {
        name: value.to_owned(),
        ..OrganizationChoice::default()
    };
    match (tie, part) {
        (None, _) if value.is_empty() => Ok(()),
        (Some(tie), "organization") if value.is_empty() => {
            remove_affiliation(change, id, tie).await
        }
        (Some(tie), "organization") => move_affiliation(change, id, tie, &named).await,
        (None, "organization") => add_affiliation(change, id, &named).await,
        (Some(tie), "kind") => say_kind(change, tie, value).await,
        (Some(tie), part) => edit_affiliation(change, id, tie, part, value).await,
        (None, part) => Err(Error::field(
            part,
            format!("The contact has no organization number {}.", nth + 1),
        )),
    }
}

//! One edit of an organization: where it goes and what it does there.

mod parent;
mod present;

pub(super) use parent::refuse_circle;

use sqlx::AssertSqlSafe;

use super::create::required_name;
use super::types::{OrganizationKind, OrganizationStep};
use crate::contacts::Warning;
use crate::error::{Error, Result};
use crate::fields::{self, AddressLabel, Subject, Target};
use crate::groups::folded;
use crate::journal::Change;
use crate::owned::{Owner, addresses, points};
use crate::values::name;

/// Fields that are columns of `organizations` and hold any text; field code and column name at once.
const TEXTS: &[&str] = &["number", "industry", "size", "owner", "notes"];

pub(super) async fn apply(
    change: &mut Change,
    id: i64,
    step: &OrganizationStep,
) -> Result<Option<Warning>> {
    use OrganizationStep as Step;
    let owner = Owner::Organization(id);
    match step {
        Step::Set { field, value } => return set(change, id, field, value).await,
        Step::Seen { was, edit } => {
            present::expect(change, id, edit, was).await?;
            return Box::pin(apply(change, id, edit)).await;
        }
        Step::AddPoint {
            point_kind,
            label,
            value,
        } => return points::add(change, owner, point_kind, label.as_deref(), value.trim()).await,
        Step::Point { point, value } => {
            return points::edit(change, owner, *point, value.trim()).await;
        }
        Step::PointLabel { point, label } => {
            points::label(change, owner, *point, label.trim()).await?;
        }
        Step::Primary { point } => points::make_primary(change, owner, *point).await?,
        Step::AddAddress { label, parts } => addresses::add(change, owner, label, parts).await?,
        Step::Address {
            address,
            part,
            value,
        } => addresses::edit(change, owner, *address, part, value.trim()).await?,
        Step::AddressLabel { address, label } => {
            addresses::label(change, owner, *address, label).await?;
        }
        Step::AddressPrimary { address } => {
            addresses::make_primary(change, owner, *address).await?
        }
        Step::RemoveAddress { address } => addresses::remove(change, owner, *address).await?,
    }
    Ok(None)
}

async fn set(change: &mut Change, id: i64, field: &str, typed: &str) -> Result<Option<Warning>> {
    if field == "name" {
        rename(change, id, required_name(typed)?).await?;
    } else if let Some((column, value)) = read_column(change, &[id], field, typed).await? {
        set_column(change, id, column, &value).await?;
    } else {
        return set_by_target(change, id, field, typed).await;
    }
    Ok(None)
}

/// The column of `organizations` that a field names and what it is to hold for a text, where it is one; `ids` are those that
/// get it. Blanks around a text are cut, except in notes, where they may be meant. The name is a matter of its own.
pub(crate) async fn read_column(
    change: &mut Change,
    ids: &[i64],
    field: &str,
    typed: &str,
) -> Result<Option<(&'static str, String)>> {
    let value = typed.trim();
    Ok(match field {
        "kind" => Some(("kind", read_kind(value)?.name().to_owned())),
        "parent" => Some(("parent_id", parent::read(change, ids, value).await?)),
        "notes" if !value.is_empty() => Some(("notes", typed.to_owned())),
        field => TEXTS
            .iter()
            .find(|column| **column == field)
            .map(|column| (*column, value.to_owned())),
    })
}

async fn set_by_target(
    change: &mut Change,
    id: i64,
    field: &str,
    typed: &str,
) -> Result<Option<Warning>> {
    let value = typed.trim();
    match Target::parse(field) {
        Target::Point(point) if value.is_empty() => {
            points::remove_by_field(change, Owner::Organization(id), point, field).await?;
        }
        Target::Point(point) => {
            return points::add_by_field(change, Owner::Organization(id), point, value).await;
        }
        Target::Address(label @ AddressLabel::Physical, part) => {
            addresses::set(change, Owner::Organization(id), label, part, value).await?;
        }
        Target::Custom(code) => {
            fields::set_value(change, Subject::Organization, id, &code, typed).await?;
        }
        _ => {
            let message = format!("An organization has no field {field}.");
            return Err(Error::field(field, message));
        }
    }
    Ok(None)
}

async fn rename(change: &mut Change, id: i64, new: &str) -> Result<()> {
    sqlx::query("UPDATE organizations SET name = ?, folded = ?, sort_key = ? WHERE id = ?")
        .bind(new)
        .bind(folded(new))
        .bind(name::sort_key(new))
        .bind(id)
        .execute(&mut **change)
        .await?;
    Ok(())
}

fn read_kind(value: &str) -> Result<OrganizationKind> {
    OrganizationKind::from_name(value).ok_or_else(|| {
        let message = format!("“{value}” is none of account, agency and lead.");
        Error::field("kind", message)
    })
}

/// An empty text is none.
async fn set_column(change: &mut Change, id: i64, column: &str, value: &str) -> Result<()> {
    let sql = format!("UPDATE organizations SET {column} = ? WHERE id = ?");
    sqlx::query(AssertSqlSafe(sql))
        .bind(Some(value).filter(|text| !text.is_empty()))
        .bind(id)
        .execute(&mut **change)
        .await?;
    Ok(())
}

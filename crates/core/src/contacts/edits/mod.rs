//! One edit of a contact: where it goes and what it does there.

use sqlx::{AssertSqlSafe, SqliteConnection};

mod addresses;
mod points;

use addresses::{edit_address, set_address};
use points::{add_point, edit_point, label_point, make_primary, remove_points};

use super::types::{Edit, Warning};
use crate::error::{Error, Result};
use crate::fields::{self, Subject, Target};
use crate::journal::Change;
use crate::organizations;
use crate::values::date::{self, Order, Reading};
use crate::values::{split, yes_no};
use crate::workspace::settings;
use crate::{groups, tags};

/// Makes the edits in their order; gives what is wrong with values that were kept all the same.
pub(super) async fn apply_all(
    change: &mut Change,
    id: i64,
    edits: &[Edit],
) -> Result<Vec<Warning>> {
    let mut warnings = Vec::new();
    for edit in edits {
        warnings.extend(apply(change, id, edit).await?);
    }
    Ok(warnings)
}

async fn apply(change: &mut Change, id: i64, edit: &Edit) -> Result<Option<Warning>> {
    match edit {
        Edit::Set { field, value } => set(change, id, field, value.trim()).await,
        Edit::Point { point, value } => edit_point(change, id, *point, value.trim()).await,
        Edit::PointLabel { point, label } => label_point(change, id, *point, label.trim()).await,
        Edit::Primary { point } => make_primary(change, id, *point).await,
        Edit::Address {
            address,
            part,
            value,
        } => edit_address(change, id, *address, part, value.trim()).await,
    }
}

async fn set(change: &mut Change, id: i64, field: &str, value: &str) -> Result<Option<Warning>> {
    match Target::parse(field) {
        Target::Scalar(scalar) => {
            let value = if scalar.kind == "date" {
                read_date(change, field, value).await?
            } else {
                value.to_owned()
            };
            set_column(change, id, scalar.code, text(&value)).await?;
        }
        Target::Point(_) if value.is_empty() => remove_points(change, id, field).await?,
        Target::Point(point) => return add_point(change, id, point, value).await,
        Target::Address(label, part) => set_address(change, id, label, part, value).await?,
        Target::Organization => organizations::affiliate(change, id, value).await?,
        Target::JobTitle => {
            organizations::set_on_affiliation(change, id, "title", "job_title", text(value)).await?
        }
        Target::Department => {
            organizations::set_on_affiliation(change, id, "department", "department", text(value))
                .await?;
        }
        Target::Groups => groups::set_members(change, id, &split::list(value)).await?,
        Target::Tags => tags::set(change, id, &split::list(value)).await?,
        Target::DoNotContact => set_flag(change, id, "do_not_contact", value).await?,
        Target::Deceased => set_flag(change, id, "deceased", value).await?,
        Target::Custom(code) => {
            fields::set_value(change, Subject::Contact, id, &code, value).await?
        }
        Target::Uid | Target::Created | Target::StatusEmail | Target::StatusPhone => {
            return Err(Error::field(
                field,
                format!("The field {field} can't be set by hand."),
            ));
        }
    }
    Ok(None)
}

fn text(value: &str) -> Option<&str> {
    Some(value).filter(|text| !text.is_empty())
}

async fn set_column(
    conn: &mut SqliteConnection,
    id: i64,
    column: &str,
    value: Option<&str>,
) -> Result<()> {
    let sql = format!("UPDATE contacts SET {column} = ? WHERE id = ?");
    sqlx::query(AssertSqlSafe(sql))
        .bind(value)
        .bind(id)
        .execute(conn)
        .await?;
    Ok(())
}

async fn set_flag(conn: &mut SqliteConnection, id: i64, column: &str, value: &str) -> Result<()> {
    let flag = match value {
        "" => false,
        text => yes_no::parse(text)
            .ok_or_else(|| Error::field(column, format!("“{text}” is neither yes nor no.")))?,
    };
    let sql = format!("UPDATE contacts SET {column} = ? WHERE id = ?");
    sqlx::query(AssertSqlSafe(sql))
        .bind(flag)
        .bind(id)
        .execute(conn)
        .await?;
    Ok(())
}

async fn default_country(conn: &mut SqliteConnection) -> Result<Option<String>> {
    Ok(settings(conn).await?.country)
}

async fn read_date(conn: &mut SqliteConnection, field: &str, value: &str) -> Result<String> {
    let order: Order = date::default_order(default_country(conn).await?.as_deref());
    match date::parse(value, order) {
        Reading::Date(date) => Ok(date.to_string()),
        Reading::Empty => Ok(String::new()),
        Reading::Invalid => Err(Error::field(
            field,
            format!("“{value}” is no date. Write it like 1990-12-31."),
        )),
    }
}

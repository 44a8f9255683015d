//! One edit of a contact: where it goes and what it does there.

use sqlx::{AssertSqlSafe, SqliteConnection};

mod affiliations;
mod checked;
mod consents;
mod present;
#[cfg(test)]
mod tests;
mod words;

use affiliations::{
    add_affiliation, edit_affiliation, make_affiliation_primary, move_affiliation,
    remove_affiliation, set_tie,
};
use checked::{read_created, read_lifecycle, read_time_zone, read_uid};
use consents::{set_consent, set_consents};
use words::{add_word, remove_word};

use super::details::one;
use super::types::{Edit, FieldValue, Warning};
use crate::contacts::{Point, Scalar, further_addresses, point_labels, read_choice};
use crate::error::{Error, Result};
use crate::fields::{self, Subject, Target};
use crate::journal::Change;
use crate::organizations;
use crate::owned::{Owner, addresses, following, points};
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
    let owner = Owner::Contact(id);
    match edit {
        Edit::Set { field, value } => return set(change, id, field, value).await,
        Edit::Seen { was, edit } => {
            present::expect(change, id, edit, was).await?;
            return Box::pin(apply(change, id, edit)).await;
        }
        Edit::AddPoint {
            point_kind,
            label,
            value,
        } => return points::add(change, owner, point_kind, label.as_deref(), value.trim()).await,
        Edit::Point { point, value } => {
            return points::edit(change, owner, *point, value.trim()).await;
        }
        Edit::PointLabel { point, label } => {
            points::label(change, owner, *point, label.trim()).await?;
        }
        Edit::Primary { point } => points::make_primary(change, owner, *point).await?,
        Edit::AddAddress { label, parts } => addresses::add(change, owner, label, parts).await?,
        Edit::Address {
            address,
            part,
            value,
        } => addresses::edit(change, owner, *address, part, value.trim()).await?,
        Edit::AddressLabel { address, label } => {
            addresses::label(change, owner, *address, label).await?;
        }
        Edit::AddressPrimary { address } => {
            addresses::make_primary(change, owner, *address).await?;
        }
        Edit::RemoveAddress { address } => addresses::remove(change, owner, *address).await?,
        Edit::FollowAddress {
            organization,
            label,
        } => following::follow(change, id, *organization, label).await?,
        Edit::KeepAddress { address } => following::keep(change, id, *address).await?,
        Edit::AddAffiliation { organization } => {
            add_affiliation(change, id, organization).await?;
        }
        Edit::AffiliationOrganization {
            affiliation,
            organization,
        } => move_affiliation(change, id, *affiliation, organization).await?,
        Edit::Affiliation {
            affiliation,
            part,
            value,
        } => edit_affiliation(change, id, *affiliation, part, value.trim()).await?,
        Edit::AffiliationPrimary { affiliation } => {
            make_affiliation_primary(change, id, *affiliation).await?;
        }
        Edit::RemoveAffiliation { affiliation } => {
            remove_affiliation(change, id, *affiliation).await?;
        }
        Edit::AddWord { field, word } => add_word(change, id, field, word.trim()).await?,
        Edit::RemoveWord { field, word } => remove_word(change, id, field, word.trim()).await?,
        Edit::Consent {
            purpose,
            state,
            date,
            how,
            note,
        } => set_consent(change, id, purpose.trim(), state, [date, how, note]).await?,
    }
    Ok(None)
}

/// Sets a field by its name. Blanks around a value are cut, except in texts of several lines, where they may be meant.
async fn set(change: &mut Change, id: i64, field: &str, typed: &str) -> Result<Option<Warning>> {
    let value = typed.trim();
    let target = Target::parse(field);
    if target.is_of_tie() && (target.nth(field) > 0 || target.is_only_of_tie()) {
        set_tie(change, id, &target, target.nth(field), value).await?;
        return Ok(None);
    }
    match target {
        Target::Scalar(scalar) => {
            let (value, warning) = read_scalar(change, scalar, typed).await?;
            set_column(change, id, scalar.code, text(&value)).await?;
            return Ok(warning);
        }
        Target::Point(point) if value.is_empty() => {
            points::remove_by_field(change, Owner::Contact(id), point, field).await?;
        }
        Target::Point(point) => {
            return points::add_by_field(change, Owner::Contact(id), point, value).await;
        }
        Target::Address(label, part) => {
            addresses::set(change, Owner::Contact(id), label, part, value).await?;
        }
        Target::Organization => organizations::affiliate(change, id, value).await?,
        Target::JobTitle => {
            organizations::set_on_affiliation(change, id, "title", "job_title", text(value)).await?
        }
        Target::Department => {
            organizations::set_on_affiliation(change, id, "department", "department", text(value))
                .await?;
        }
        Target::OrganizationKind | Target::Role | Target::From | Target::To => {}
        Target::UsedFirst => use_first(change, id, value).await?,
        Target::FurtherAddresses => add_further(change, id, value).await?,
        Target::PointLabels => label_points(change, id, value).await?,
        Target::Consents => set_consents(change, id, value).await?,
        Target::Groups => groups::set_members(change, id, &split::list(value)).await?,
        Target::Tags => tags::set(change, id, &split::list(value)).await?,
        Target::DoNotContact => set_flag(change, id, "do_not_contact", value).await?,
        Target::Deceased => set_flag(change, id, "deceased", value).await?,
        Target::Custom(code) => {
            fields::set_value(change, Subject::Contact, id, &code, typed).await?
        }
        Target::Uid => {
            let uid = read_uid(change, id, value).await?;
            set_column(change, id, "uid", Some(&uid)).await?;
        }
        Target::Created => {
            let created = read_created(change, value).await?;
            set_column(change, id, "created_at", Some(&created)).await?;
        }
        Target::Photo => {
            let message = "A photo is set from a file: `roster contact photo ID FILE`.";
            return Err(Error::field(field, message));
        }
        Target::Member(_) => {
            return Err(Error::field(
                field,
                format!(
                    "The field {field} belongs to the member: use “roster member convert”, “roster member enroll” and the acts beside them."
                ),
            ));
        }
        Target::StatusEmail | Target::StatusPhone => {
            return Err(Error::field(
                field,
                format!(
                    "The field {field} tells whether a value is opted out, which belongs to the value and not to the contact: use “roster optout add VALUE” or “roster optout remove VALUE --ground TEXT”."
                ),
            ));
        }
    }
    Ok(None)
}

/// Where a contact has points of a kind, addresses or ties but none of them is primary, the oldest becomes it.
pub(crate) async fn choose_primaries(change: &mut Change, id: i64) -> Result<()> {
    points::choose_primaries(change, Owner::Contact(id)).await?;
    addresses::choose_primary(change, Owner::Contact(id)).await?;
    sqlx::query(include_str!("choose_primary_affiliation.sql"))
        .bind(id)
        .execute(&mut **change)
        .await?;
    Ok(())
}

/// What is kept for a text in a single-valued field, and what is to be said about it.
pub(crate) async fn read_scalar(
    conn: &mut SqliteConnection,
    scalar: &Scalar,
    typed: &str,
) -> Result<(String, Option<Warning>)> {
    let value = typed.trim();
    Ok(match scalar.code {
        _ if scalar.kind == "date" => (read_date(conn, scalar.code, value).await?, None),
        "lifecycle" => read_lifecycle(value),
        "time_zone" => read_time_zone(value),
        _ if scalar.kind == "list" => (split::join(&split::list(value)), None),
        code if !value.is_empty()
            && let Some(choice) = read_choice(code, value) =>
        {
            let refused =
                |names: String| Error::field(scalar.code, format!("“{value}” is none of {names}."));
            (choice.map_err(refused)?.to_owned(), None)
        }
        _ if scalar.kind == "long_text" && !value.is_empty() => (typed.to_owned(), None),
        _ => (value.to_owned(), None),
    })
}

/// One more address for each line, as exports write them; an empty text adds none.
async fn add_further(change: &mut Change, id: i64, value: &str) -> Result<()> {
    let odd = || {
        let message = "Write one address on each line: billing,street,line 2,city,region,postcode,country (or physical, work, home, mailing, other).";
        Error::field("further_addresses", message)
    };
    for (label, parts) in further_addresses::read(value).ok_or_else(odd)? {
        let parts = parts.into_iter().map(|(part, value)| FieldValue {
            field: part.code().to_owned(),
            value,
        });
        let parts: Vec<FieldValue> = parts.collect();
        addresses::add(change, Owner::Contact(id), label.name(), &parts).await?;
    }
    Ok(())
}

/// Gives points labels by their kinds and values, as exports write them.
async fn label_points(change: &mut Change, id: i64, value: &str) -> Result<()> {
    let odd = |message: String| Error::field("point_labels", message);
    let labels = point_labels::read(value);
    let labels = labels.ok_or_else(|| {
        odd("Write one label on each line: phone,+34612345679,Summer house.".into())
    })?;
    let contact = one(change, id).await?;
    for (kind, value, label) in labels {
        let is_meant = |p: &&Point| {
            p.kind == kind.name() && (p.normalized.as_ref() == Some(&value) || p.value == value)
        };
        let point = contact.points.iter().find(is_meant);
        let point =
            point.ok_or_else(|| odd(format!("The contact has no {} “{value}”.", kind.name())))?;
        points::label(change, Owner::Contact(id), point.id, &label).await?;
    }
    Ok(())
}

/// Makes points and addresses primary by their values and labels.
async fn use_first(change: &mut Change, id: i64, value: &str) -> Result<()> {
    let contact = one(change, id).await?;
    for named in split::list(value) {
        let is_point = |p: &&Point| p.value == named || p.normalized.as_deref() == Some(named);
        if let Some(point) = contact.points.iter().find(is_point) {
            points::make_primary(change, Owner::Contact(id), point.id).await?;
        } else if let Some(address) = contact.addresses.iter().find(|a| a.label == named) {
            addresses::make_primary(change, Owner::Contact(id), address.id).await?;
        } else {
            return Err(Error::field(
                "used_first",
                format!("The contact has no phone, e-mail, address … “{named}”."),
            ));
        }
    }
    Ok(())
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

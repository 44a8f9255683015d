//! The columns of an export: which there are, and what a contact has in each. Points and addresses are those of an
//! organization as well.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate};
use roster_formats::{OutCell, OutColumn, OutKind};
use sqlx::SqliteConnection;

use crate::contacts::{
    self, Address, Affiliation, Contact, Point, consents, further_addresses, point_labels, status,
};
use crate::error::{Error, Result};
use crate::fields::{AddressLabel, AddressPart, Field, MemberPart, Target};
use crate::points::{Kind, PointField};
use crate::values::{phone, split};

/// A column: a field, and for points which of several.
pub(super) struct Column {
    pub target: Target,
    /// From 0.
    pub nth: usize,
    pub title: String,
    pub kind: OutKind,
}

impl Column {
    /// The first of several, which other programs know too.
    pub fn is_first(&self) -> bool {
        self.nth == 0
    }
}

/// The columns that were asked for, in that order.
///
/// # Errors
/// `Invalid` for a field that doesn't exist.
pub(super) fn chosen(codes: &[String], fields: &[Field]) -> Result<Vec<Column>> {
    chosen_of(codes, fields, "fields")
}

/// The same, where another place of the request names them.
pub(super) fn chosen_of(codes: &[String], fields: &[Field], place: &str) -> Result<Vec<Column>> {
    codes
        .iter()
        .map(|code| one(code.trim(), fields, place))
        .collect()
}

fn one(code: &str, fields: &[Field], place: &str) -> Result<Column> {
    let target = Target::parse(code);
    let base = target.code();
    let field = fields.iter().find(|field| field.code == base);
    let field = field.ok_or_else(|| Error::field(place, format!("There is no field {code}.")))?;
    let nth = target.nth(code);
    Ok(column(target, field, nth))
}

pub(super) fn column(target: Target, field: &Field, nth: usize) -> Column {
    let title = if nth == 0 {
        field.label.clone()
    } else {
        format!("{} {}", field.label, nth + 1)
    };
    let kind = match (&target, field.kind.as_str()) {
        (Target::Created, _) => OutKind::DateTime,
        (_, "date") => OutKind::Date,
        (Target::Custom(_), "number") => OutKind::Number,
        _ => OutKind::Text,
    };
    Column {
        target,
        nth,
        title,
        kind,
    }
}

/// Every column that holds anything for the contacts whose ids are given as a JSON array.
pub(super) async fn used(
    conn: &mut SqliteConnection,
    ids: &str,
    fields: &[Field],
) -> Result<Vec<Column>> {
    let counts: Vec<(String, i64)> = sqlx::query_as(include_str!("used_columns.sql"))
        .bind(ids)
        .fetch_all(&mut *conn)
        .await?;
    let points: Vec<(String, Option<String>, i64)> =
        sqlx::query_as(include_str!("used_points.sql"))
            .bind(ids)
            .fetch_all(&mut *conn)
            .await?;
    let ties: i64 = sqlx::query_scalar(include_str!("most_ties.sql"))
        .bind(ids)
        .fetch_one(&mut *conn)
        .await?;
    let memberships: i64 = sqlx::query_scalar(include_str!("most_memberships.sql"))
        .bind(ids)
        .fetch_one(&mut *conn)
        .await?;
    let other_first: bool = sqlx::query_scalar(include_str!("other_first.sql"))
        .bind(ids)
        .bind(ranks())
        .fetch_one(conn)
        .await?;
    let mut columns = Vec::new();
    for field in fields {
        let target = Target::parse(&field.code);
        let repeats = match &target {
            Target::Point(point) => points
                .iter()
                .filter(|(kind, label, _)| {
                    Kind::from_name(kind)
                        .is_some_and(|kind| PointField::of(kind, label.as_deref()) == *point)
                })
                .map(|(_, _, most)| *most as usize)
                .sum(),
            Target::Uid | Target::Created => 1,
            Target::UsedFirst => usize::from(other_first),
            Target::PointLabels => {
                let is_own = |(kind, label, _): &(String, Option<String>, i64)| {
                    Kind::from_name(kind)
                        .is_some_and(|kind| point_labels::is_own(kind, label.as_deref()))
                };
                usize::from(points.iter().any(is_own))
            }
            of if of.is_of_membership() && holds(&counts, &field.code) => memberships as usize,
            tie if tie.is_of_tie() && holds(&counts, &field.code) => (ties as usize).max(1),
            _ => usize::from(holds(&counts, &field.code)),
        };
        columns.extend((0..repeats).map(|nth| column(target.clone(), field, nth)));
    }
    Ok(columns)
}

/// The order in which an import meets points and addresses, as `[kind, label]`.
fn ranks() -> String {
    let points = PointField::ALL.iter().map(|f| (f.kind.name(), f.label));
    let addresses = AddressLabel::ALL
        .iter()
        .map(|label| ("address", Some(label.name())));
    serde_json::json!(points.chain(addresses).collect::<Vec<_>>()).to_string()
}

fn holds(counts: &[(String, i64)], code: &str) -> bool {
    counts.iter().any(|(held, n)| held == code && *n > 0)
}

/// How the columns look in the file.
pub(super) fn out_columns(columns: &[Column]) -> Vec<OutColumn> {
    columns
        .iter()
        .map(|c| OutColumn {
            title: c.title.clone(),
            kind: c.kind,
            width_hint: None,
        })
        .collect()
}

/// What the contact has in each column, as text.
pub(super) fn texts(columns: &[Column], contact: &Contact) -> Vec<String> {
    columns
        .iter()
        .map(|column| text(columns, column, contact).unwrap_or_default())
        .collect()
}

/// The cell of a column for its text: dates and numbers as such, everything else as text.
pub(super) fn cell<'a>(column: &Column, text: &'a str) -> OutCell<'a> {
    cell_of(column.kind, text)
}

pub(super) fn cell_of(kind: OutKind, text: &str) -> OutCell<'_> {
    let typed = match kind {
        _ if text.is_empty() => return OutCell::Empty,
        OutKind::Date => NaiveDate::parse_from_str(text, "%Y-%m-%d")
            .ok()
            .map(OutCell::Date),
        OutKind::DateTime => DateTime::parse_from_rfc3339(text)
            .ok()
            .map(|at| OutCell::DateTime(at.naive_utc())),
        // A number with more digits than a spreadsheet holds stays whole as text.
        OutKind::Number => text
            .parse()
            .ok()
            .filter(|n: &f64| n.to_string() == text)
            .map(OutCell::Number),
        _ => None,
    };
    typed.unwrap_or(OutCell::Text(text))
}

/// What the contact has in a column, as text.
pub(super) fn text(columns: &[Column], column: &Column, contact: &Contact) -> Option<String> {
    let tie = contact.organizations.get(column.nth);
    let own = |value: &Option<String>| value.clone().filter(|_| column.nth == 0);
    match &column.target {
        Target::Uid => Some(contact.uid.clone()),
        Target::Created => Some(contact.created.clone()),
        Target::Scalar(scalar) => contact.scalar(scalar.code).map(Cow::into_owned),
        Target::Point(field) => point(columns, column, field, contact).map(point_text),
        Target::Address(label, part) => address_text(&contact.addresses, *label, *part),
        Target::Organization => tie.map(|o| o.name.clone()),
        Target::JobTitle => of_tie(tie, "title").or(own(&contact.job_title)),
        Target::Department => of_tie(tie, "department").or(own(&contact.department)),
        Target::OrganizationKind => of_tie(tie, "kind"),
        Target::Role => of_tie(tie, "role"),
        Target::From => of_tie(tie, "from"),
        Target::To => of_tie(tie, "to"),
        Target::UsedFirst => Some(contacts::used_first(contact)),
        Target::FurtherAddresses => Some(further_addresses::text(further_addresses::of(
            &contact.addresses,
        ))),
        Target::PointLabels => Some(point_labels::text(&contact.points)),
        Target::Consents => Some(consents::text(&contact.consents)),
        Target::Groups => Some(split::join(&names(&contact.groups))),
        Target::Tags => Some(split::join(&names(&contact.tags))),
        Target::StatusEmail => status::text(&contact.points, "email"),
        Target::StatusPhone => status::text(&contact.points, "phone"),
        Target::DoNotContact => contact.do_not_contact.then(|| "yes".to_owned()),
        Target::Deceased => contact.deceased.then(|| "yes".to_owned()),
        Target::Member(part) => of_member(contact, *part, column.nth),
        Target::Photo => None,
        Target::Custom(code) => contact
            .fields
            .get(code)
            .and_then(|v| v.as_str())
            .map(str::to_owned),
    }
}

fn of_member(contact: &Contact, part: MemberPart, nth: usize) -> Option<String> {
    let member = contact.member.as_deref()?;
    let membership = || member.memberships.get(nth);
    match part {
        MemberPart::Number => Some(member.number.clone()),
        MemberPart::Joined => Some(member.joined.clone()),
        MemberPart::Type => Some(membership()?.type_name.clone()),
        MemberPart::Tier => membership()?.tier.clone(),
        MemberPart::Start => membership()?.start.clone(),
        MemberPart::End => membership()?.end.clone(),
        MemberPart::Payer => membership()?.payer.clone(),
        MemberPart::History => Some(member.history()),
        // Of what is paid the orders tell, which no file of members holds.
        MemberPart::PaidUntil => None,
    }
}

fn of_tie(tie: Option<&Affiliation>, part: &str) -> Option<String> {
    tie?.part(part).map(str::to_owned)
}

/// The point that stands in a column.
pub(super) fn point<'a>(
    columns: &'a [Column],
    column: &Column,
    field: &'static PointField,
    contact: &'a Contact,
) -> Option<&'a Point> {
    points_of(columns, field, &contact.points).nth(column.nth)
}

/// The points that a field stands for: those with its label; and for the plain field of a kind those that no other
/// column of this export takes. So `phone` alone gives every phone, the primary one first.
pub(super) fn points_of<'a>(
    columns: &'a [Column],
    field: &'static PointField,
    points: &'a [Point],
) -> impl Iterator<Item = &'a Point> {
    let is_taken = move |other: &PointField| {
        columns
            .iter()
            .any(|c| matches!(c.target, Target::Point(taken) if taken == other))
    };
    points.iter().filter(move |point| {
        let kind = Kind::from_name(&point.kind);
        kind.is_some_and(|kind| {
            let own = PointField::of(kind, point.label.as_deref());
            own == field || (kind == field.kind && field.label.is_none() && !is_taken(own))
        })
    })
}

/// Phones go out in their international form, which every country's programs and people read.
pub(super) fn point_text(point: &Point) -> String {
    match &point.normalized {
        Some(e164)
            if matches!(point.kind.as_str(), "phone" | "fax") && !point.value.starts_with('+') =>
        {
            phone::format_international(e164)
        }
        _ => point.value.clone(),
    }
}

fn address_text(addresses: &[Address], label: AddressLabel, part: AddressPart) -> Option<String> {
    let address = addresses.iter().find(|a| a.label == label.name())?;
    part_text(address, part)
}

pub(super) fn part_text(address: &Address, part: AddressPart) -> Option<String> {
    match part {
        AddressPart::Street => address.street.clone(),
        AddressPart::Street2 => address.street2.clone(),
        AddressPart::City => address.city.clone(),
        AddressPart::Region => address.region.clone(),
        AddressPart::Postcode => address.postcode.clone(),
        AddressPart::Country => address.country.clone(),
        AddressPart::FullAddress => address.full_address.clone(),
    }
}

fn names(names: &[String]) -> Vec<&str> {
    names.iter().map(String::as_str).collect()
}

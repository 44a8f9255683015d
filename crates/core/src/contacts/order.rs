//! The fields that the list of contacts is sorted by, and where their values lie (`lists/order.rs` puts them in order).

use sqlx::SqliteConnection;

use super::types::Sort;
use crate::error::{Error, Result};
use crate::fields::{CustomField, Target, custom_fields};
use crate::lists::{self, Source};

/// Whether every workspace can sort its contacts by this field.
pub fn sorts_by(field: &str) -> bool {
    field == "name" || default_source(field).is_some()
}

/// The ids, which come in the order of their names, in the order of the field.
///
/// # Errors
/// `Invalid` for a field that doesn't exist.
pub(super) async fn by(
    conn: &mut SqliteConnection,
    sort: &Sort,
    names: &[i64],
) -> Result<Vec<i64>> {
    if sort.field == "name" {
        let mut ids = names.to_vec();
        if sort.descending {
            ids.reverse();
        }
        return Ok(ids);
    }
    let source = match default_source(&sort.field) {
        Some(source) => source,
        None => custom_source(&custom_fields(conn).await?, &sort.field)?,
    };
    lists::by(conn, &source, sort.descending, names).await
}

fn text(sql: impl Into<String>) -> Option<Source> {
    Some(Source::text(sql))
}

fn signs(sql: impl Into<String>) -> Option<Source> {
    Some(Source::signs(sql))
}

fn default_source(field: &str) -> Option<Source> {
    if field == "changed" {
        return signs("SELECT id, changed_at AS value FROM contacts");
    }
    match Target::parse(field) {
        Target::Scalar(scalar) => {
            let sql = format!("SELECT id, {} AS value FROM contacts", scalar.code);
            if scalar.kind == "date" {
                signs(sql)
            } else {
                text(sql)
            }
        }
        Target::Uid => signs("SELECT id, uid AS value FROM contacts"),
        // What came in one second stands as it came.
        Target::Created => {
            signs("SELECT id, created_at || printf('%012d', id) AS value FROM contacts")
        }
        Target::DoNotContact => {
            signs("SELECT id, 'yes' AS value FROM contacts WHERE do_not_contact = 1")
        }
        Target::Deceased => signs("SELECT id, 'yes' AS value FROM contacts WHERE deceased = 1"),
        Target::Photo => signs("SELECT id, 'yes' AS value FROM contacts WHERE photo IS NOT NULL"),
        Target::Point(point) => {
            let label = match point.label {
                Some(label) => format!("AND label = '{label}'"),
                None => String::new(),
            };
            let kind = point.kind.name();
            signs(
                include_str!("sort_points.sql")
                    .replace("{kind}", kind)
                    .replace("{of_label}", &label),
            )
        }
        Target::Address(label, part) => text(
            include_str!("sort_addresses.sql")
                .replace("{address}", label.name())
                .replace("{part}", part.code()),
        ),
        Target::Organization => text(include_str!("sort_organization.sql")),
        Target::OrganizationKind => {
            signs(include_str!("sort_organization.sql").replace("o.name", "o.kind"))
        }
        Target::JobTitle => text(sort_on_tie("title", "job_title")),
        Target::Department => text(sort_on_tie("department", "department")),
        Target::Role => text(sort_on_tie("role", "NULL")),
        Target::From => signs(sort_on_tie("from_date", "NULL")),
        Target::To => signs(sort_on_tie("to_date", "NULL")),
        Target::Groups => text(include_str!("sort_groups.sql")),
        Target::Tags => text(include_str!("sort_tags.sql")),
        Target::StatusEmail => signs(include_str!("sort_status.sql").replace("{kind}", "email")),
        Target::StatusPhone => signs(include_str!("sort_status.sql").replace("{kind}", "phone")),
        Target::Consents => text(
            "SELECT contact_id AS id, purpose || ' ' || state AS value FROM consents ORDER BY value",
        ),
        Target::FurtherAddresses
        | Target::PointLabels
        | Target::UsedFirst
        | Target::Member(_)
        | Target::Custom(_) => None,
    }
}

fn sort_on_tie(column: &str, on_contact: &str) -> String {
    include_str!("sort_on_tie.sql")
        .replace("{on_tie}", column)
        .replace("{on_contact}", on_contact)
}

fn custom_source(fields: &[CustomField], code: &str) -> Result<Source> {
    let field = fields.iter().find(|field| field.code == code);
    let field = field
        .ok_or_else(|| Error::field("sort", format!("Contacts can't be sorted by {code}.")))?;
    Ok(Source::custom(field))
}

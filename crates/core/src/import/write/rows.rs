//! Rows gathered for inserting, by table.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::super::draft::{DraftAddress, DraftPoint};
use super::super::plan::Plan;
use super::Writer;
use super::insert::{Insert, insert};
use crate::contacts::Scalar;
use crate::error::Result;
use crate::fields::{AddressLabel, AddressPart};
use crate::journal::Change;

pub(super) struct NewContact {
    pub id: i64,
    pub uid: Option<String>,
    pub created: Option<String>,
    pub name: String,
    pub sort_key: Vec<u8>,
    pub scalars: BTreeMap<&'static str, String>,
    pub job_title: Option<String>,
    pub department: Option<String>,
    pub do_not_contact: bool,
    pub deceased: bool,
}

pub(super) struct NewPoint {
    contact: i64,
    point: DraftPoint,
    primary: bool,
}

pub(super) struct NewAddress {
    contact: i64,
    label: AddressLabel,
    parts: DraftAddress,
    primary: bool,
}

pub(super) struct NewAffiliation {
    contact: i64,
    organization: i64,
    title: Option<String>,
    department: Option<String>,
    primary: bool,
}

#[derive(Default)]
pub(super) struct Rows {
    pub contacts: Vec<NewContact>,
    pub search: Vec<(i64, String)>,
    pub points: Vec<NewPoint>,
    pub addresses: Vec<NewAddress>,
    pub affiliations: Vec<NewAffiliation>,
    pub contact_tags: Vec<(i64, i64)>,
    pub group_contacts: Vec<(i64, i64)>,
    pub custom_values: Vec<(i64, i64, String)>,
}

impl Writer<'_> {
    pub(super) fn add_point(&mut self, contact: i64, point: DraftPoint, primary: bool) {
        self.rows.points.push(NewPoint {
            contact,
            point,
            primary,
        });
    }

    pub(super) fn add_address(
        &mut self,
        contact: i64,
        label: AddressLabel,
        parts: DraftAddress,
        primary: bool,
    ) {
        self.rows.addresses.push(NewAddress {
            contact,
            label,
            parts,
            primary,
        });
    }

    pub(super) fn add_affiliation(
        &mut self,
        contact: i64,
        organization: &str,
        title: Option<String>,
        department: Option<String>,
        primary: bool,
    ) {
        let organization = self.organizations.id(organization);
        self.rows.affiliations.push(NewAffiliation {
            contact,
            organization,
            title,
            department,
            primary,
        });
    }

    pub(super) fn add_custom(&mut self, plan: &Plan, contact: i64, position: usize, value: String) {
        if let Some(field) = &plan.columns[position].custom {
            self.rows.custom_values.push((contact, field.id, value));
        }
    }
}

impl Rows {
    /// Inserts everything, parents first.
    pub async fn insert(self, change: &mut Change) -> Result<()> {
        contacts(change, self.contacts).await?;
        let columns = [("contact_id", "?"), ("text", "?")];
        insert(
            change,
            "contact_search",
            &columns,
            self.search,
            |q, (id, text)| q.bind(id).bind(text),
        )
        .await?;
        points(change, self.points).await?;
        addresses(change, self.addresses).await?;
        affiliations(change, self.affiliations).await?;
        let pair = |q: Insert, (contact, other): (i64, i64)| q.bind(contact).bind(other);
        let columns = [("contact_id", "?"), ("tag_id", "?")];
        insert(change, "contact_tags", &columns, self.contact_tags, pair).await?;
        let columns = [("contact_id", "?"), ("group_id", "?")];
        insert(
            change,
            "group_contacts",
            &columns,
            self.group_contacts,
            pair,
        )
        .await?;
        let columns = [("contact_id", "?"), ("field_id", "?"), ("value", "?")];
        insert(
            change,
            "custom_values",
            &columns,
            self.custom_values,
            |q, (contact, field, value)| q.bind(contact).bind(field).bind(value),
        )
        .await
    }
}

/// The columns that any of the rows has a value for: most files have few of all that there are.
fn used<'a, R>(
    columns: impl Iterator<Item = &'a str>,
    rows: &[R],
    has: impl Fn(&R, &str) -> bool,
) -> Vec<&'a str> {
    columns
        .filter(|column| rows.iter().any(|row| has(row, column)))
        .collect()
}

const OWN: [&str; 5] = [
    "job_title",
    "department",
    "do_not_contact",
    "deceased",
    "created_at",
];

impl NewContact {
    fn has(&self, column: &str) -> bool {
        match column {
            "job_title" => self.job_title.is_some(),
            "department" => self.department.is_some(),
            "do_not_contact" => self.do_not_contact,
            "deceased" => self.deceased,
            "created_at" => self.created.is_some(),
            scalar => self.scalars.contains_key(scalar),
        }
    }

    fn bind(&mut self, query: Insert, column: &str, now: &str) -> Insert {
        match column {
            "job_title" => query.bind(self.job_title.take()),
            "department" => query.bind(self.department.take()),
            "do_not_contact" => query.bind(self.do_not_contact),
            "deceased" => query.bind(self.deceased),
            "created_at" => query.bind(self.created.take().unwrap_or_else(|| now.to_owned())),
            scalar => query.bind(self.scalars.remove(scalar)),
        }
    }
}

async fn contacts(change: &mut Change, rows: Vec<NewContact>) -> Result<()> {
    let (now, batch) = (change.now.clone(), change.batch.to_string());
    let quoted = format!("'{now}'");
    let names = OWN.into_iter().chain(Scalar::all().map(|s| s.code));
    let used = used(names, &rows, NewContact::has);
    let mut columns = vec![("id", "?"), ("uid", "?"), ("name", "?"), ("sort_key", "?")];
    columns.extend([
        ("changed_at", quoted.as_str()),
        ("created_batch", batch.as_str()),
    ]);
    if !used.contains(&"created_at") {
        columns.push(("created_at", quoted.as_str()));
    }
    columns.extend(used.iter().map(|column| (*column, "?")));
    insert(change, "contacts", &columns, rows, |query, mut row| {
        let uid = row.uid.take().unwrap_or_else(|| Uuid::now_v7().to_string());
        let (name, sort_key) = (
            std::mem::take(&mut row.name),
            std::mem::take(&mut row.sort_key),
        );
        let query = query.bind(row.id).bind(uid).bind(name).bind(sort_key);
        used.iter()
            .fold(query, |query, column| row.bind(query, column, &now))
    })
    .await
}

/// One, or NULL, as a literal: see the schema.
fn primary(is: bool) -> &'static str {
    if is { "1" } else { "NULL" }
}

/// Rows that share what is literal in their statement: points come in few kinds and labels, so that most of a point
/// need not be bound.
fn grouped<R, K: Ord>(rows: Vec<R>, key: impl Fn(&R) -> K) -> BTreeMap<K, Vec<R>> {
    let mut groups: BTreeMap<K, Vec<R>> = BTreeMap::new();
    for row in rows {
        groups.entry(key(&row)).or_default().push(row);
    }
    groups
}

async fn points(change: &mut Change, rows: Vec<NewPoint>) -> Result<()> {
    // The primary points first: within a kind, the order of ids is the order of showing.
    let groups = grouped(rows, |row| (!row.primary, row.point.kind, row.point.label));
    for ((secondary, kind, label), rows) in groups {
        let kind = format!("'{}'", kind.name());
        let label = label.map_or("NULL".to_owned(), |label| format!("'{label}'"));
        let mut columns = vec![
            ("kind", kind.as_str()),
            ("label", label.as_str()),
            ("source", "'import'"),
        ];
        columns.push(("is_primary", primary(!secondary)));
        columns.extend(["contact_id", "value", "normalized", "match_key"].map(|name| (name, "?")));
        insert(change, "points", &columns, rows, |query, row| {
            let point = row.point;
            query
                .bind(row.contact)
                .bind(point.value)
                .bind(point.normalized)
                .bind(point.key)
        })
        .await?;
    }
    Ok(())
}

async fn addresses(change: &mut Change, rows: Vec<NewAddress>) -> Result<()> {
    let groups = grouped(rows, |row| (row.label, row.primary));
    for ((label, is_primary), rows) in groups {
        let parts: Vec<AddressPart> = AddressPart::ALL
            .into_iter()
            .filter(|part| rows.iter().any(|row| row.parts.contains_key(part)))
            .collect();
        let label = format!("'{}'", label.name());
        let mut columns = vec![
            ("contact_id", "?"),
            ("label", label.as_str()),
            ("is_primary", primary(is_primary)),
        ];
        columns.extend(parts.iter().map(|part| (part.code(), "?")));
        insert(change, "addresses", &columns, rows, |query, mut row| {
            let query = query.bind(row.contact);
            parts
                .iter()
                .fold(query, |query, part| query.bind(row.parts.remove(part)))
        })
        .await?;
    }
    Ok(())
}

async fn affiliations(change: &mut Change, rows: Vec<NewAffiliation>) -> Result<()> {
    for (is_primary, rows) in grouped(rows, |row| row.primary) {
        let mut columns = ["contact_id", "organization_id", "title", "department"]
            .map(|name| (name, "?"))
            .to_vec();
        columns.push(("is_primary", primary(is_primary)));
        insert(change, "affiliations", &columns, rows, |query, row| {
            query
                .bind(row.contact)
                .bind(row.organization)
                .bind(row.title)
                .bind(row.department)
        })
        .await?;
    }
    Ok(())
}

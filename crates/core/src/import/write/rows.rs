//! Rows gathered for inserting, by table.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::super::draft::{DraftAddress, DraftPoint};
use super::super::plan::Plan;
use super::Writer;
use super::insert::insert;
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
    id: i64,
    contact: i64,
    point: DraftPoint,
    primary: bool,
}

pub(super) struct NewAddress {
    id: i64,
    contact: i64,
    label: AddressLabel,
    parts: DraftAddress,
    primary: bool,
}

pub(super) struct NewAffiliation {
    id: i64,
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
    pub contact_tags: Vec<(i64, i64, i64)>,
    pub group_contacts: Vec<(i64, i64, i64)>,
    pub custom_values: Vec<(i64, i64, i64, String)>,
}

impl Writer<'_> {
    pub(super) fn add_point(&mut self, contact: i64, point: DraftPoint, primary: bool) {
        let id = self.number("points");
        self.rows.points.push(NewPoint {
            id,
            contact,
            point,
            primary,
        });
    }

    pub(super) fn add_address(
        &mut self,
        contact: i64,
        label: AddressLabel,
        parts: &DraftAddress,
        primary: bool,
    ) {
        let id = self.number("addresses");
        self.rows.addresses.push(NewAddress {
            id,
            contact,
            label,
            parts: parts.clone(),
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
        let id = self.number("affiliations");
        self.rows.affiliations.push(NewAffiliation {
            id,
            contact,
            organization,
            title,
            department,
            primary,
        });
    }

    pub(super) fn add_custom(&mut self, plan: &Plan, contact: i64, position: usize, value: String) {
        if let Some(field) = &plan.columns[position].custom {
            let id = self.number("custom_values");
            self.rows.custom_values.push((id, contact, field.id, value));
        }
    }
}

impl Rows {
    /// Inserts everything, parents first.
    pub async fn insert(self, change: &mut Change) -> Result<()> {
        contacts(change, self.contacts).await?;
        insert(
            change,
            "contact_search",
            &["contact_id", "text"],
            self.search,
            |q, (id, text)| q.bind(id).bind(text),
        )
        .await?;
        points(change, self.points).await?;
        addresses(change, self.addresses).await?;
        affiliations(change, self.affiliations).await?;
        let columns = ["id", "contact_id", "tag_id"];
        insert(
            change,
            "contact_tags",
            &columns,
            self.contact_tags,
            |q, (id, contact, tag)| q.bind(id).bind(contact).bind(tag),
        )
        .await?;
        let columns = ["id", "contact_id", "group_id"];
        insert(
            change,
            "group_contacts",
            &columns,
            self.group_contacts,
            |q, (id, contact, group)| q.bind(id).bind(contact).bind(group),
        )
        .await?;
        let columns = ["id", "contact_id", "field_id", "value"];
        insert(
            change,
            "custom_values",
            &columns,
            self.custom_values,
            |q, (id, contact, field, value)| q.bind(id).bind(contact).bind(field).bind(value),
        )
        .await
    }
}

async fn contacts(change: &mut Change, rows: Vec<NewContact>) -> Result<()> {
    let (now, batch) = (change.now.clone(), change.batch);
    // Only the columns that hold anything in this chunk: most files have few of them.
    let used: Vec<&str> = Scalar::all()
        .map(|s| s.code)
        .filter(|code| rows.iter().any(|row| row.scalars.contains_key(code)))
        .collect();
    let mut columns = vec![
        "id",
        "uid",
        "name",
        "sort_key",
        "job_title",
        "department",
        "do_not_contact",
        "deceased",
        "created_at",
        "changed_at",
        "created_batch",
    ];
    columns.extend(&used);
    insert(change, "contacts", &columns, rows, |query, mut row| {
        let uid = row.uid.unwrap_or_else(|| Uuid::now_v7().to_string());
        let query = query
            .bind(row.id)
            .bind(uid)
            .bind(row.name)
            .bind(row.sort_key)
            .bind(row.job_title);
        let query = query
            .bind(row.department)
            .bind(row.do_not_contact)
            .bind(row.deceased);
        let query = query
            .bind(row.created.unwrap_or_else(|| now.clone()))
            .bind(now.clone())
            .bind(batch);
        used.iter()
            .fold(query, |query, code| query.bind(row.scalars.remove(code)))
    })
    .await
}

async fn points(change: &mut Change, rows: Vec<NewPoint>) -> Result<()> {
    let columns = [
        "id",
        "contact_id",
        "kind",
        "label",
        "value",
        "normalized",
        "match_key",
        "is_primary",
        "source",
    ];
    insert(change, "points", &columns, rows, |query, row| {
        let point = row.point;
        let query = query
            .bind(row.id)
            .bind(row.contact)
            .bind(point.kind.name())
            .bind(point.label);
        query
            .bind(point.value)
            .bind(point.normalized)
            .bind(point.key)
            .bind(row.primary)
            .bind("import")
    })
    .await
}

async fn addresses(change: &mut Change, rows: Vec<NewAddress>) -> Result<()> {
    let mut columns = vec!["id", "contact_id", "label", "is_primary"];
    columns.extend(AddressPart::ALL.map(AddressPart::code));
    insert(change, "addresses", &columns, rows, |query, mut row| {
        let query = query
            .bind(row.id)
            .bind(row.contact)
            .bind(row.label.name())
            .bind(row.primary);
        AddressPart::ALL
            .iter()
            .fold(query, |query, part| query.bind(row.parts.remove(part)))
    })
    .await
}

async fn affiliations(change: &mut Change, rows: Vec<NewAffiliation>) -> Result<()> {
    let columns = [
        "id",
        "contact_id",
        "organization_id",
        "title",
        "department",
        "is_primary",
    ];
    insert(change, "affiliations", &columns, rows, |query, row| {
        let query = query.bind(row.id).bind(row.contact).bind(row.organization);
        query.bind(row.title).bind(row.department).bind(row.primary)
    })
    .await
}

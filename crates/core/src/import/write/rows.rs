//! Rows gathered for inserting, by table.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::super::draft::{DraftAddress, DraftPoint, DraftTie};
use super::super::few::Few;
use super::super::plan::Plan;
use super::Writer;
use super::insert::{Values, insert, insert_numbered};
use super::uids::Uids;
use crate::contacts::{Consent, Scalar};
use crate::error::Result;
use crate::fields::{AddressLabel, AddressPart};
use crate::journal::Bulk;

pub(super) struct NewContact {
    pub id: i64,
    pub uid: Option<String>,
    pub created: Option<String>,
    pub name: String,
    pub sort_key: Vec<u8>,
    pub scalars: Few<&'static str, String>,
    pub job_title: Option<String>,
    pub department: Option<String>,
    pub do_not_contact: bool,
    pub deceased: bool,
    /// The hash of the picture.
    pub photo: Option<String>,
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
    tie: DraftTie,
    primary: bool,
}

#[derive(Default)]
pub(super) struct Rows {
    pub contacts: Vec<NewContact>,
    pub search: Vec<(i64, String)>,
    /// By their hashes.
    pub photos: Vec<(String, Arc<Vec<u8>>)>,
    pub points: Vec<NewPoint>,
    pub addresses: Vec<NewAddress>,
    pub affiliations: Vec<NewAffiliation>,
    pub contact_tags: Vec<(i64, i64)>,
    pub group_contacts: Vec<(i64, i64)>,
    pub custom_values: Vec<(i64, i64, String)>,
    pub consents: Vec<(i64, Consent)>,
}

impl Writer {
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

    pub(super) fn add_affiliation(&mut self, contact: i64, tie: DraftTie, primary: bool) {
        let organization = tie.organization.as_deref().unwrap_or_default();
        self.rows.affiliations.push(NewAffiliation {
            contact,
            organization: self.organizations.organization(organization, tie.kind),
            tie,
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
    pub fn insert(&self, change: &Bulk) -> Result<()> {
        photos(change, &self.photos)?;
        contacts(change, &self.contacts)?;
        let columns = [("contact_id", "?"), ("text", "?")];
        insert(
            change,
            "contact_search",
            &columns,
            &self.search,
            |v, row| {
                v.push(row.0)?;
                v.push(&row.1)
            },
        )?;
        points(change, &self.points)?;
        addresses(change, &self.addresses)?;
        affiliations(change, &self.affiliations)?;
        consents(change, &self.consents)?;
        let columns = [("contact_id", "?"), ("tag_id", "?")];
        insert(change, "contact_tags", &columns, &self.contact_tags, pair)?;
        let columns = [("contact_id", "?"), ("group_id", "?")];
        insert(
            change,
            "group_contacts",
            &columns,
            &self.group_contacts,
            pair,
        )?;
        let columns = [("contact_id", "?"), ("field_id", "?"), ("value", "?")];
        insert(
            change,
            "custom_values",
            &columns,
            &self.custom_values,
            |v, row| {
                v.push(row.0)?;
                v.push(row.1)?;
                v.push(&row.2)
            },
        )
    }

    /// Keeps the room for the next rows: memory of such size would be asked of the system each time.
    pub fn clear(&mut self) {
        let Self {
            contacts,
            search,
            photos,
            points,
            addresses,
            affiliations,
            contact_tags,
            group_contacts,
            custom_values,
            consents,
        } = self;
        contacts.clear();
        search.clear();
        photos.clear();
        points.clear();
        addresses.clear();
        affiliations.clear();
        contact_tags.clear();
        group_contacts.clear();
        custom_values.clear();
        consents.clear();
    }
}

fn pair(values: &mut Values, row: &(i64, i64)) -> rusqlite::Result<()> {
    values.push(row.0)?;
    values.push(row.1)
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

const OWN: [&str; 6] = [
    "job_title",
    "department",
    "do_not_contact",
    "deceased",
    "photo",
    "created_at",
];

impl NewContact {
    fn has(&self, column: &str) -> bool {
        match column {
            "job_title" => self.job_title.is_some(),
            "department" => self.department.is_some(),
            "do_not_contact" => self.do_not_contact,
            "deceased" => self.deceased,
            "photo" => self.photo.is_some(),
            "created_at" => self.created.is_some(),
            scalar => self.scalars.get(scalar).is_some(),
        }
    }

    fn bind(&self, values: &mut Values, column: &str, now: &str) -> rusqlite::Result<()> {
        match column {
            "job_title" => values.push(&self.job_title),
            "department" => values.push(&self.department),
            "do_not_contact" => values.push(self.do_not_contact),
            "deceased" => values.push(self.deceased),
            "photo" => values.push(self.photo.as_deref()),
            "created_at" => values.push(self.created.as_deref().unwrap_or(now)),
            scalar => values.push(self.scalars.get(scalar)),
        }
    }
}

/// Each picture once, however many contacts have it.
fn photos(change: &Bulk, rows: &[(String, Arc<Vec<u8>>)]) -> Result<()> {
    let sql = "INSERT OR IGNORE INTO photos (hash, bytes) VALUES (?, ?)";
    for (hash, bytes) in rows {
        change
            .prepare_cached(sql)?
            .execute((hash, bytes.as_slice()))?;
    }
    Ok(())
}

fn contacts(change: &Bulk, rows: &[NewContact]) -> Result<()> {
    let (now, batch) = (&change.now, change.batch.to_string());
    let quoted = format!("'{now}'");
    let names = OWN.into_iter().chain(Scalar::all().map(|s| s.code));
    let used = used(names, rows, NewContact::has);
    let mut columns = vec![("uid", "?"), ("name", "?"), ("sort_key", "?")];
    columns.extend([
        ("changed_at", quoted.as_str()),
        ("created_batch", batch.as_str()),
    ]);
    if !used.contains(&"created_at") {
        columns.push(("created_at", quoted.as_str()));
    }
    columns.extend(used.iter().map(|column| (*column, "?")));
    let (uids, taken) = (Uids::new(), with_taken_uids(change, rows)?);
    let last = rows.last().map(|row| row.id);
    insert_numbered(change, "contacts", &columns, rows, last, |values, row| {
        match &row.uid {
            Some(uid) if !taken.contains(&row.id) => values.push(uid)?,
            _ => values.push(uids.next())?,
        }
        values.push(&row.name)?;
        values.push(&row.sort_key)?;
        used.iter()
            .try_for_each(|column| row.bind(values, column, now))
    })
}

/// New contacts whose uid another has already: one in the trash, one that was not asked by its uid, an earlier row. A uid
/// names one contact for ever, so these get their own.
fn with_taken_uids(change: &Bulk, rows: &[NewContact]) -> Result<HashSet<i64>> {
    let mut first: HashMap<&str, i64> = HashMap::new();
    let mut taken = HashSet::new();
    for row in rows {
        if let Some(uid) = &row.uid
            && first.insert(uid, row.id).is_some()
        {
            taken.insert(row.id);
        }
    }
    if first.is_empty() {
        return Ok(taken);
    }
    let list = serde_json::Value::from_iter(first.keys().copied()).to_string();
    let mut statement = change
        .prepare_cached("SELECT c.uid FROM json_each(?) u JOIN contacts c ON c.uid = u.value")?;
    let found: HashSet<String> = statement
        .query_map([list], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let of_others = rows
        .iter()
        .filter(|row| row.uid.as_ref().is_some_and(|uid| found.contains(uid)));
    taken.extend(of_others.map(|row| row.id));
    Ok(taken)
}

/// One, or NULL: see the schema.
fn primary(is: bool) -> Option<i64> {
    is.then_some(1)
}

fn points(change: &Bulk, rows: &[NewPoint]) -> Result<()> {
    let mut columns = vec![("source", "'import'")];
    let bound = [
        "contact_id",
        "kind",
        "label",
        "value",
        "normalized",
        "match_key",
        "is_primary",
    ];
    columns.extend(bound.map(|name| (name, "?")));
    insert(change, "points", &columns, rows, |values, row| {
        let point = &row.point;
        values.push(row.contact)?;
        values.push(point.kind.name())?;
        values.push(point.label.as_deref())?;
        values.push(&point.value)?;
        values.push(&point.normalized)?;
        values.push(point.key)?;
        values.push(primary(row.primary))
    })
}

fn addresses(change: &Bulk, rows: &[NewAddress]) -> Result<()> {
    let parts: Vec<AddressPart> = AddressPart::ALL
        .into_iter()
        .filter(|part| rows.iter().any(|row| row.parts.get(*part).is_some()))
        .collect();
    let mut columns = vec![("contact_id", "?"), ("label", "?"), ("is_primary", "?")];
    columns.extend(parts.iter().map(|part| (part.code(), "?")));
    insert(change, "addresses", &columns, rows, |values, row| {
        values.push(row.contact)?;
        values.push(row.label.name())?;
        values.push(primary(row.primary))?;
        parts
            .iter()
            .try_for_each(|part| values.push(row.parts.get(*part)))
    })
}

fn affiliations(change: &Bulk, rows: &[NewAffiliation]) -> Result<()> {
    let parts = used(TIE_PARTS.into_iter(), rows, |row, part| {
        row.part(part).is_some()
    });
    let mut columns = vec![
        ("contact_id", "?"),
        ("organization_id", "?"),
        ("is_primary", "?"),
    ];
    columns.extend(parts.iter().map(|part| (*part, "?")));
    insert(change, "affiliations", &columns, rows, |values, row| {
        values.push(row.contact)?;
        values.push(row.organization)?;
        values.push(primary(row.primary))?;
        parts
            .iter()
            .try_for_each(|part| values.push(row.part(part)))
    })
}

const TIE_PARTS: [&str; 5] = ["title", "department", "role", "from_date", "to_date"];

impl NewAffiliation {
    fn part(&self, column: &str) -> Option<&str> {
        let tie = &self.tie;
        let part = match column {
            "title" => &tie.title,
            "department" => &tie.department,
            "role" => &tie.role,
            "from_date" => &tie.from,
            _ => &tie.to,
        };
        part.as_deref()
    }
}

fn consents(change: &Bulk, rows: &[(i64, Consent)]) -> Result<()> {
    let columns = ["contact_id", "purpose", "state", "date", "how", "note"].map(|name| (name, "?"));
    insert(
        change,
        "consents",
        &columns,
        rows,
        |values, (contact, row)| {
            values.push(contact)?;
            values.push(&row.purpose)?;
            values.push(&row.state)?;
            values.push(&row.date)?;
            values.push(&row.how)?;
            values.push(&row.note)
        },
    )
}

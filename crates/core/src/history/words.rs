//! What a changed row means in words of the record.

use std::collections::HashMap;

use serde_json::Value;
use sqlx::{AssertSqlSafe, SqliteConnection};

use super::members;
use super::walk::Row;
use crate::error::Result;

/// One field of a row that changed.
#[derive(Debug, Clone)]
pub(super) struct Words {
    pub field: String,
    pub of: Option<String>,
    pub before: Option<String>,
    pub after: Option<String>,
    /// The column, where the row can be brought back one by one.
    pub part: Option<&'static str>,
    pub restorable: bool,
}

impl Words {
    /// The contact or organization as a whole, made or gone.
    pub fn whole(field: &str, before: Option<String>, after: Option<String>) -> Self {
        Self {
            field: field.to_owned(),
            of: None,
            before,
            after,
            part: None,
            restorable: false,
        }
    }
}

/// Columns of a row with the name that the record has for each.
type Columns = &'static [(&'static str, &'static str)];

const CONTACT: Columns = &[
    ("prefix", "prefix"),
    ("first_name", "first_name"),
    ("middle_name", "middle_name"),
    ("last_name", "last_name"),
    ("suffix", "suffix"),
    ("nickname", "nickname"),
    ("full_name", "full_name"),
    ("job_title", "job_title"),
    ("department", "department"),
    ("lifecycle", "lifecycle"),
    ("birthday", "birthday"),
    ("time_zone", "time_zone"),
    ("language", "language"),
    ("notes", "notes"),
    ("source", "source"),
    ("preferred_channel", "preferred_channel"),
    ("contact_frequency", "contact_frequency"),
    ("content_topics", "content_topics"),
    ("uid", "uid"),
    ("created_at", "created"),
];

/// Columns that say yes or no: set or not.
const CONTACT_MARKS: Columns = &[
    ("do_not_contact", "do_not_contact"),
    ("deceased", "deceased"),
    ("archived_at", "archived"),
    ("deleted_at", "deleted"),
    ("photo", "photo"),
];

const ORGANIZATION: Columns = &[
    ("name", "name"),
    ("kind", "kind"),
    ("number", "number"),
    ("industry", "industry"),
    ("size", "size"),
    ("owner", "owner"),
    ("notes", "notes"),
    ("uid", "uid"),
];

const CONSENT: Columns = &[
    ("state", "consent"),
    ("date", "consent date"),
    ("how", "consent how"),
    ("note", "consent note"),
];

const ADDRESS: Columns = &[
    ("street", "street"),
    ("street2", "street2"),
    ("city", "city"),
    ("region", "region"),
    ("postcode", "postcode"),
    ("country", "country"),
    ("full_address", "full_address"),
];

const AFFILIATION: Columns = &[
    ("role", "role"),
    ("title", "job_title"),
    ("department", "department"),
    ("from_date", "from"),
    ("to_date", "to"),
];

pub(super) fn text(row: Option<&Row>, column: &str) -> Option<String> {
    match row?.get(column)? {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

pub(super) fn id(row: Option<&Row>, column: &str) -> Option<i64> {
    row?.get(column)?.as_i64()
}

/// Whether both sides are there, so that single columns can be brought back.
fn is_edit(before: Option<&Row>, after: Option<&Row>) -> bool {
    before.is_some() && after.is_some()
}

/// The columns that differ.
fn columns(
    columns: Columns,
    of: Option<&str>,
    before: Option<&Row>,
    after: Option<&Row>,
) -> Vec<Words> {
    let part = |column| is_edit(before, after).then_some(column);
    let words = columns.iter().map(|(column, field)| Words {
        field: (*field).to_owned(),
        of: of.map(str::to_owned),
        before: text(before, column),
        after: text(after, column),
        part: part(*column),
        restorable: true,
    });
    words.filter(|w| w.before != w.after).collect()
}

/// Columns that hold a mark: `yes` where something stands, `no` where nothing does.
fn marks(list: Columns, before: Option<&Row>, after: Option<&Row>) -> Vec<Words> {
    let yes_no = |value: Option<String>| match value.as_deref() {
        None | Some("0") => "no".to_owned(),
        Some(_) => "yes".to_owned(),
    };
    let words = columns(list, None, before, after)
        .into_iter()
        .map(|w| Words {
            restorable: matches!(w.field.as_str(), "do_not_contact" | "deceased" | "photo"),
            before: Some(yes_no(w.before)),
            after: Some(yes_no(w.after)),
            ..w
        });
    words.filter(|w| w.before != w.after).collect()
}

/// A row that is there or not, told by one text.
fn single(
    field: impl Into<String>,
    of: Option<String>,
    before: Option<String>,
    after: Option<String>,
    part: Option<&'static str>,
) -> Vec<Words> {
    if before == after {
        return Vec::new();
    }
    vec![Words {
        field: field.into(),
        of,
        before,
        after,
        part,
        restorable: true,
    }]
}

/// Became the primary one; that another one ceased to be it says nothing more.
fn primary(of: Option<String>, name: Option<String>, before: &Row, after: &Row) -> Vec<Words> {
    let is = |row: &Row| row.get("is_primary").is_some_and(|mark| !mark.is_null());
    if is(before) || !is(after) {
        return Vec::new();
    }
    vec![Words {
        field: "primary".into(),
        of,
        before: None,
        after: name,
        part: None,
        restorable: false,
    }]
}

fn point(before: Option<&Row>, after: Option<&Row>) -> Vec<Words> {
    let shown = after.or(before);
    let name = |row: Option<&Row>| {
        let label = text(row, "label").map(|label| format!(" {label}"));
        format!(
            "{}{}",
            text(row, "kind").unwrap_or_default(),
            label.unwrap_or_default()
        )
    };
    let part = is_edit(before, after).then_some("value");
    let (old, new) = (text(before, "value"), text(after, "value"));
    let mut words = single(name(shown), None, old, new, part);
    if let (Some(before), Some(after)) = (before, after) {
        let value = text(shown, "value");
        if text(Some(before), "label") != text(Some(after), "label") {
            let (old, new) = (Some(name(Some(before))), Some(name(Some(after))));
            words.extend(single("label", value.clone(), old, new, Some("label")));
        }
        words.extend(primary(text(shown, "kind"), value, before, after));
    }
    words
}

/// The last are the organizations that the address followed before and follows after.
fn address(
    before: Option<&Row>,
    after: Option<&Row>,
    [old, new]: [Option<String>; 2],
) -> Vec<Words> {
    let label = text(after.or(before), "label");
    let part = is_edit(before, after).then_some("organization_id");
    let mut words = single("followed address", label.clone(), old, new, part);
    words.extend(columns(ADDRESS, label.as_deref(), before, after));
    if let (Some(before), Some(after)) = (before, after) {
        let (old, new) = (text(Some(before), "label"), text(Some(after), "label"));
        words.extend(single(
            "label",
            Some("address".into()),
            old,
            new,
            Some("label"),
        ));
        words.extend(primary(Some("address".into()), label, before, after));
    }
    words
}

/// Names of what rows refer to by number, looked up once each.
#[derive(Default)]
pub(super) struct Names(HashMap<(&'static str, i64), Option<String>>);

impl Names {
    /// The name of a row, also of one that is gone: then as the journal has it.
    async fn name(
        &mut self,
        conn: &mut SqliteConnection,
        table: &'static str,
        column: &str,
        id: Option<i64>,
    ) -> Result<Option<String>> {
        let Some(id) = id else { return Ok(None) };
        if let Some(known) = self.0.get(&(table, id)) {
            return Ok(known.clone());
        }
        let sql = format!("SELECT {column} FROM {table} WHERE id = ?");
        let mut name: Option<String> = sqlx::query_scalar(AssertSqlSafe(sql))
            .bind(id)
            .fetch_optional(&mut *conn)
            .await?;
        if name.is_none() {
            name = sqlx::query_scalar(include_str!("name_once.sql"))
                .bind(table)
                .bind(id)
                .bind(column)
                .fetch_optional(conn)
                .await?
                .flatten();
        }
        self.0.insert((table, id), name.clone());
        Ok(name)
    }

    /// What differs between two states of a row of `table`; a missing side is a row that was not there.
    pub async fn words(
        &mut self,
        conn: &mut SqliteConnection,
        table: &str,
        before: Option<&Row>,
        after: Option<&Row>,
    ) -> Result<Vec<Words>> {
        Ok(match table {
            "contacts" => {
                let mut words = columns(CONTACT, None, before, after);
                words.extend(marks(CONTACT_MARKS, before, after));
                words
            }
            "organizations" => self.organization(conn, before, after).await?,
            "points" | "organization_points" => point(before, after),
            "addresses" => {
                let organization = ("organizations", "name", "organization_id");
                let followed = self.both(conn, organization, before, after).await?;
                address(before, after, followed)
            }
            "organization_addresses" => address(before, after, [None, None]),
            "affiliations" => self.affiliation(conn, before, after).await?,
            "contact_tags" => {
                let [old, new] = self
                    .both(conn, ("tags", "name", "tag_id"), before, after)
                    .await?;
                single("tag", None, old, new, None)
            }
            "group_contacts" => {
                let group = ("groups", "name", "group_id");
                let [old, new] = self.both(conn, group, before, after).await?;
                let pin = text(after.or(before), "pin").filter(|pin| pin != "member");
                single("group", pin, old, new, None)
            }
            "custom_values" | "organization_values" => {
                let field = ("custom_fields", "code", "field_id");
                let [old, new] = self.both(conn, field, before, after).await?;
                let code = new.or(old).unwrap_or_default();
                let part = is_edit(before, after).then_some("value");
                single(
                    code,
                    None,
                    text(before, "value"),
                    text(after, "value"),
                    part,
                )
            }
            "files" => {
                let part = is_edit(before, after).then_some("name");
                single(
                    "file",
                    None,
                    text(before, "name"),
                    text(after, "name"),
                    part,
                )
            }
            "consents" => {
                let purpose = text(after.or(before), "purpose");
                columns(CONSENT, purpose.as_deref(), before, after)
            }
            "merges" => {
                let (old, new) = (text(before, "name"), text(after, "name"));
                let words = single("merged", None, old, new, None);
                let whole = words.into_iter().map(|words| Words {
                    restorable: false,
                    ..words
                });
                whole.collect()
            }
            table => members::words(table, before, after).unwrap_or_default(),
        })
    }

    /// The name that a column of both sides refers to.
    async fn both(
        &mut self,
        conn: &mut SqliteConnection,
        (table, name, column): (&'static str, &str, &str),
        before: Option<&Row>,
        after: Option<&Row>,
    ) -> Result<[Option<String>; 2]> {
        Ok([
            self.name(conn, table, name, id(before, column)).await?,
            self.name(conn, table, name, id(after, column)).await?,
        ])
    }

    async fn organization(
        &mut self,
        conn: &mut SqliteConnection,
        before: Option<&Row>,
        after: Option<&Row>,
    ) -> Result<Vec<Words>> {
        let above = ("organizations", "name", "parent_id");
        let [old, new] = self.both(conn, above, before, after).await?;
        let part = is_edit(before, after).then_some("parent_id");
        let mut words = columns(ORGANIZATION, None, before, after);
        words.extend(single("parent", None, old, new, part));
        words.extend(marks(&[("deleted_at", "deleted")], before, after));
        Ok(words)
    }

    async fn affiliation(
        &mut self,
        conn: &mut SqliteConnection,
        before: Option<&Row>,
        after: Option<&Row>,
    ) -> Result<Vec<Words>> {
        let organization = ("organizations", "name", "organization_id");
        let [old, new] = self.both(conn, organization, before, after).await?;
        let of = new.clone().or(old.clone());
        let part = is_edit(before, after).then_some("organization_id");
        let mut words = single("organization", None, old, new, part);
        words.extend(columns(AFFILIATION, of.as_deref(), before, after));
        if let (Some(before), Some(after)) = (before, after) {
            words.extend(primary(Some("organization".into()), of, before, after));
        }
        Ok(words)
    }
}

//! Bringing single contacts back from a backup, as one change that can be undone.
//!
//! A contact that is still there becomes what it was: its own columns and the rows of [`RECORD`]. What it paid and joined
//! since is not touched. One that is gone comes back with everything, [`MEMBERSHIP`] too. Numbers of rows are kept where
//! they are free. What a row points to is found by what it is called, not by its number, since a restore may have given
//! that to something else; groups, tags and organizations that are gone are made again. An opt-out stands as it stands.

use std::collections::HashMap;

use serde_json::{Map, Value};
use sqlx::{AssertSqlSafe, SqliteConnection};

use super::look::{self, id_of};
use super::types::BackupTake;
use crate::contacts;
use crate::error::{Error, Result};
use crate::fields;
use crate::files;
use crate::journal::{Change, Table};
use crate::operations::Operation;
use crate::organizations;
use crate::progress::{Job, Stage};
use crate::sql;
use crate::workspace::Workspace;

const RECORD: [&str; 8] = [
    "points",
    "addresses",
    "affiliations",
    "contact_tags",
    "group_contacts",
    "custom_values",
    "consents",
    "files",
];
const MEMBERSHIP: [&str; 8] = [
    "members",
    "memberships",
    "terms",
    "membership_acts",
    "orders",
    "order_lines",
    "payments",
    "dunnings",
];

/// What contacts point to: the column, the table, what names a row there, and whether it is made again when it is gone.
const NAMED: [(&str, &str, &str, bool); 7] = [
    ("organization_id", "organizations", "uid", true),
    ("group_id", "groups", "folded", true),
    ("tag_id", "tags", "folded", true),
    ("field_id", "custom_fields", "code", false),
    ("type_id", "membership_types", "folded", false),
    ("payer_id", "contacts", "uid", false),
    ("promo_id", "promo_codes", "folded", false),
];
/// Columns that may be empty: what they point to can be left out without the row.
const OPTIONAL: [&str; 6] = [
    "payer_id",
    "term_id",
    "order_id",
    "promo_id",
    "category_id",
    "tag_set_id",
];

type Row = Map<String, Value>;

/// What was brought back.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct BackupTaken {
    /// The batch to undo; null when nothing was different.
    pub batch: Option<i64>,
    pub contacts: u64,
    /// Values that have no place any more, as those of a custom field that was removed.
    pub left_out: u64,
}

/// Makes the contacts what they were in the backup.
///
/// # Errors
/// `NotFound`; those of opening the backup; `Cancelled`. Nothing is changed then.
pub async fn take_back(ws: &Workspace, input: &BackupTake, job: &Job) -> Result<BackupTaken> {
    let backup = look::open(ws, &input.name).await?;
    let mut from = backup.read().await?;
    let mut change = Change::begin(ws, Operation::BackupTake).await?;
    let mut taking = Taking {
        batch: change.batch,
        now: change.now.clone(),
        left_out: 0,
        numbers: HashMap::new(),
    };
    let mut taken = Vec::new();
    for (i, id) in input.ids.iter().enumerate() {
        let fraction = i as f32 / input.ids.len() as f32;
        job.report(Stage::Restoring, i as u64, Some(fraction))?;
        taken.push(taking.contact(&mut from, &mut change, *id).await?);
    }
    contacts::derive(&mut change, &sql::ids(&taken)).await?;
    fields::derive(&mut change, taking.batch).await?;
    organizations::derive(&mut change, taking.batch).await?;
    files::bring_named(&mut change, &taken, (backup.path(), ws.path()), job).await?;
    Ok(BackupTaken {
        batch: change.commit().await?,
        contacts: taken.len() as u64,
        left_out: taking.left_out,
    })
}

struct Taking {
    batch: i64,
    now: String,
    left_out: u64,
    /// By table, what was 5 in the backup is 7 here: of rows that were made in this change.
    numbers: HashMap<(&'static str, i64), i64>,
}

impl Taking {
    async fn contact(
        &mut self,
        from: &mut SqliteConnection,
        to: &mut SqliteConnection,
        id: i64,
    ) -> Result<i64> {
        let table = Table::read(to, "contacts").await?;
        let rows = rows(from, &table, "id", id).await?;
        let Some(then) = rows.into_iter().next() else {
            return Err(Error::not_found("contact", id));
        };
        let uid = then.get("uid").and_then(Value::as_str).unwrap_or_default();
        bring_photo(from, to, then.get("photo")).await?;
        let here = id_of(to, uid).await?;
        let new = match here {
            Some(here) => {
                self.renew(to, &table, here, then).await?;
                here
            }
            None => self
                .make(to, &table, then)
                .await?
                .ok_or_else(|| Error::not_found("contact", id))?,
        };
        self.numbers.insert(("contacts", id), new);
        let wanted = match here {
            Some(_) => &RECORD[..],
            None => &[RECORD.as_slice(), MEMBERSHIP.as_slice()].concat(),
        };
        for name in wanted {
            self.children(from, to, name, id, new).await?;
        }
        Ok(new)
    }

    /// The columns of a contact that is still there.
    async fn renew(
        &self,
        to: &mut SqliteConnection,
        table: &Table,
        here: i64,
        mut then: Row,
    ) -> Result<()> {
        for own in ["id", "uid", "created_at", "created_batch"] {
            then.remove(own);
        }
        then.insert("changed_at".into(), self.now.clone().into());
        let sets: Vec<String> = then
            .keys()
            .map(|c| format!("\"{c}\" = ?2 ->> '{c}'"))
            .collect();
        let sql = format!(
            "UPDATE {} SET {} WHERE id = ?1",
            table.name,
            sets.join(", ")
        );
        sqlx::query(AssertSqlSafe(sql))
            .bind(here)
            .bind(Value::from(then).to_string())
            .execute(to)
            .await?;
        Ok(())
    }

    /// Makes the rows of a table that belong to a contact those of the backup. What is the same stays untouched.
    async fn children(
        &mut self,
        from: &mut SqliteConnection,
        to: &mut SqliteConnection,
        name: &'static str,
        then: i64,
        here: i64,
    ) -> Result<()> {
        let table = Table::read(to, name).await?;
        let present = rows(to, &table, "contact_id", here).await?;
        let mut wanted = Vec::new();
        for row in rows(from, &table, "contact_id", then).await? {
            match self.translated(from, to, row).await? {
                Some(row) => wanted.push(row),
                None => self.left_out += 1,
            }
        }
        for row in present.iter().filter(|row| !wanted.contains(row)) {
            let sql = format!("DELETE FROM {name} WHERE id = ?");
            sqlx::query(AssertSqlSafe(sql))
                .bind(number(row, "id"))
                .execute(&mut *to)
                .await?;
        }
        for row in wanted.into_iter().filter(|row| !present.contains(row)) {
            if self.make(to, &table, row).await?.is_none() {
                self.left_out += 1;
            }
        }
        Ok(())
    }

    /// A row of the backup as it has to stand here; none when something that it needs is not here.
    async fn translated(
        &mut self,
        from: &mut SqliteConnection,
        to: &mut SqliteConnection,
        mut row: Row,
    ) -> Result<Option<Row>> {
        let columns: Vec<String> = row.keys().cloned().collect();
        for column in columns.iter().filter(|column| column.ends_with("_id")) {
            let Some(then) = number(&row, column) else {
                continue;
            };
            let here = match column.as_str() {
                "batch_id" => Some(self.batch),
                "contact_id" => self.numbers.get(&("contacts", then)).copied(),
                "membership_id" => self.numbers.get(&("memberships", then)).copied(),
                "order_id" => self.numbers.get(&("orders", then)).copied(),
                "term_id" => self.numbers.get(&("terms", then)).copied(),
                "tier_id" => tier(from, to, then).await?,
                _ => self.named(from, to, column, then).await?,
            };
            if here.is_none() && !OPTIONAL.contains(&column.as_str()) {
                return Ok(None);
            }
            row.insert(column.clone(), here.into());
        }
        Ok(Some(row))
    }

    /// What is called the same here, made again where it is gone and can be.
    async fn named(
        &mut self,
        from: &mut SqliteConnection,
        to: &mut SqliteConnection,
        column: &str,
        then: i64,
    ) -> Result<Option<i64>> {
        let Some((_, name, key, again)) = NAMED.into_iter().find(|named| named.0 == column) else {
            return Ok(None);
        };
        let table = Table::read(to, name).await?;
        let Some(mut row) = rows(from, &table, "id", then).await?.into_iter().next() else {
            return Ok(None);
        };
        let sql = format!("SELECT id FROM {name} WHERE \"{key}\" = ?");
        let here: Option<i64> = sqlx::query_scalar(AssertSqlSafe(sql))
            .bind(row.get(key).and_then(Value::as_str))
            .fetch_optional(&mut *to)
            .await?;
        if here.is_some() || !again {
            return Ok(here);
        }
        for above in ["parent_id", "category_id", "tag_set_id"] {
            if let Some(value) = row.get_mut(above) {
                *value = Value::Null;
            }
        }
        self.make(to, &table, row).await
    }

    /// Inserts a row of the backup under its own number, or under another where that is taken. None where something else has
    /// what only one may have, as a member's number.
    async fn make(
        &mut self,
        to: &mut SqliteConnection,
        table: &Table,
        mut row: Row,
    ) -> Result<Option<i64>> {
        let then = number(&row, "id").unwrap_or_default();
        if row.contains_key("created_batch") {
            row.insert("created_batch".into(), self.batch.into());
        }
        let taken = format!("SELECT EXISTS (SELECT 1 FROM {} WHERE id = ?)", table.name);
        if sqlx::query_scalar(AssertSqlSafe(taken))
            .bind(then)
            .fetch_one(&mut *to)
            .await?
        {
            row.insert("id".into(), Value::Null);
        }
        let values: Vec<Value> = table
            .columns
            .iter()
            .map(|column| row.get(column).cloned().unwrap_or_default())
            .collect();
        let sql = table
            .insert_from_json()
            .0
            .replacen("INSERT", "INSERT OR IGNORE", 1);
        let done = sqlx::query(AssertSqlSafe(sql))
            .bind(Value::from(vec![Value::from(values)]).to_string())
            .execute(to)
            .await?;
        if done.rows_affected() == 0 {
            return Ok(None);
        }
        self.numbers
            .insert((table.name, then), done.last_insert_rowid());
        Ok(Some(done.last_insert_rowid()))
    }
}

fn number(row: &Row, column: &str) -> Option<i64> {
    row.get(column).and_then(Value::as_i64)
}

async fn rows(
    conn: &mut SqliteConnection,
    table: &Table,
    column: &str,
    id: i64,
) -> Result<Vec<Row>> {
    let sql = format!(
        "SELECT {} FROM {} t WHERE t.\"{column}\" = ? ORDER BY t.id",
        table.json("t"),
        table.name
    );
    let found: Vec<String> = sqlx::query_scalar(AssertSqlSafe(sql))
        .bind(id)
        .fetch_all(conn)
        .await?;
    Ok(found
        .iter()
        .filter_map(|text| serde_json::from_str(text).ok())
        .collect())
}

/// A tier is called by its name within its type.
async fn tier(
    from: &mut SqliteConnection,
    to: &mut SqliteConnection,
    then: i64,
) -> Result<Option<i64>> {
    let names: Option<(String, String)> = sqlx::query_as(include_str!("tier_names.sql"))
        .bind(then)
        .fetch_optional(from)
        .await?;
    let Some((kind, tier)) = names else {
        return Ok(None);
    };
    Ok(sqlx::query_scalar(include_str!("tier_by_names.sql"))
        .bind(kind)
        .bind(tier)
        .fetch_optional(to)
        .await?)
}

async fn bring_photo(
    from: &mut SqliteConnection,
    to: &mut SqliteConnection,
    hash: Option<&Value>,
) -> Result<()> {
    let Some(hash) = hash.and_then(Value::as_str) else {
        return Ok(());
    };
    let bytes: Option<Vec<u8>> = sqlx::query_scalar("SELECT bytes FROM photos WHERE hash = ?")
        .bind(hash)
        .fetch_optional(from)
        .await?;
    sqlx::query("INSERT OR IGNORE INTO photos (hash, bytes) SELECT ?1, ?2 WHERE ?2 IS NOT NULL")
        .bind(hash)
        .bind(bytes)
        .execute(to)
        .await?;
    Ok(())
}

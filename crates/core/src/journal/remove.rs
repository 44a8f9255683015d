//! Taking out what a bulk change added: rows on older contacts, contacts of its own, and what nobody uses then.

use sqlx::{AssertSqlSafe, SqliteConnection};

use super::change::Change;
use super::hanging;
use super::packed;
use super::table::Table;
use super::undoing::Undoing;
use crate::error::Result;
use crate::progress::{Job, Stage};
use crate::sql;

const CHUNK: usize = 1000;

/// Deletes rows that the batch added in bulk to contacts which were there before, unless edited since. Children go
/// before their parents, which stay where a later change hung something on them.
pub(super) async fn added_rows(change: &mut Change, undoing: &mut Undoing) -> Result<()> {
    let names: Vec<&'static str> = undoing.children().map(|t| t.name).collect();
    for table in names.into_iter().rev() {
        let find = include_str!("added_rows.sql").replace("{table}", table);
        let rows: Vec<(i64, i64, bool)> = sqlx::query_as(AssertSqlSafe(find))
            .bind(undoing.batch)
            .fetch_all(&mut **change)
            .await?;
        let ids: Vec<i64> = rows.iter().map(|(row, ..)| *row).collect();
        let holding = hanging::holding(change, table, &ids).await?;
        let mut gone = Vec::new();
        for (row, contact, edited) in rows {
            if edited || holding.contains(&row) {
                undoing.keep(Some(contact), "edited since");
            } else {
                gone.push(row);
                undoing.restore(contact, table, None);
            }
        }
        let delete = format!("DELETE FROM {table} WHERE id IN (SELECT value FROM json_each(?))");
        sqlx::query(AssertSqlSafe(delete))
            .bind(sql::ids(&gone))
            .execute(&mut **change)
            .await?;
    }
    Ok(())
}

/// Deletes the contacts that the batch created, with everything on them, packed for redo.
pub(super) async fn created_contacts(
    change: &mut Change,
    undoing: &mut Undoing,
    job: &Job,
) -> Result<()> {
    let ids: Vec<i64> = sqlx::query_scalar(include_str!("created_contacts.sql"))
        .bind(undoing.batch)
        .fetch_all(&mut **change)
        .await?;
    for (i, chunk) in ids.chunks(CHUNK).enumerate() {
        job.report(
            Stage::Undoing,
            (i * CHUNK) as u64,
            Some((i * CHUNK) as f32 / ids.len() as f32),
        )?;
        remove_contacts(change, undoing, chunk).await?;
    }
    undoing.removed = ids.len() as u64;
    Ok(())
}

async fn remove_contacts(change: &mut Change, undoing: &Undoing, ids: &[i64]) -> Result<()> {
    let (batch, list) = (change.batch, sql::ids(ids));
    let contacts = undoing.tables.iter().filter(|t| t.name == "contacts");
    // Contacts are recorded last, as the record is read backwards: they come back before what hangs on them.
    for table in undoing.children().chain(contacts) {
        let owner = match table.name {
            "contacts" => "id",
            _ => "contact_id",
        };
        record_deleted(change, batch, table, owner, &list).await?;
    }
    set_recording(change, None).await?;
    let tables: Vec<&str> = undoing.children().map(|t| t.name).collect();
    for table in tables {
        let sql =
            format!("DELETE FROM {table} WHERE contact_id IN (SELECT value FROM json_each(?))");
        sqlx::query(AssertSqlSafe(sql))
            .bind(&list)
            .execute(&mut **change)
            .await?;
    }
    let sql = "DELETE FROM contacts WHERE id IN (SELECT value FROM json_each(?))";
    sqlx::query(sql).bind(&list).execute(&mut **change).await?;
    set_recording(change, Some(batch)).await
}

/// Deletes rows in bulk: one packed entry of the record for all of them instead of one each.
pub(crate) async fn delete_rows(
    change: &mut Change,
    table: &'static str,
    ids: &[i64],
) -> Result<()> {
    let batch = change.batch;
    let table = Table::read(change, table).await?;
    delete_lot(change, batch, &table, ids).await
}

pub(super) async fn delete_lot(
    conn: &mut SqliteConnection,
    batch: i64,
    table: &Table,
    ids: &[i64],
) -> Result<()> {
    let list = sql::ids(ids);
    record_deleted(conn, batch, table, "id", &list).await?;
    set_recording(conn, None).await?;
    let delete = format!(
        "DELETE FROM {} WHERE id IN (SELECT value FROM json_each(?))",
        table.name
    );
    sqlx::query(AssertSqlSafe(delete))
        .bind(&list)
        .execute(&mut *conn)
        .await?;
    set_recording(conn, Some(batch)).await
}

/// Whether changes are recorded from here on, and in which batch.
pub(crate) async fn set_recording(conn: &mut SqliteConnection, batch: Option<i64>) -> Result<()> {
    sqlx::query("UPDATE journal_state SET batch = ?")
        .bind(batch)
        .execute(conn)
        .await?;
    Ok(())
}

async fn record_deleted(
    conn: &mut SqliteConnection,
    batch: i64,
    table: &Table,
    by: &str,
    list: &str,
) -> Result<()> {
    let select = format!(
        "SELECT min(id), max(id), json_group_array({}) FROM {} WHERE {by} IN (SELECT value FROM json_each(?))",
        table.json_array(),
        table.name
    );
    let (first, last, rows): (Option<i64>, Option<i64>, String) =
        sqlx::query_as(AssertSqlSafe(select))
            .bind(list)
            .fetch_one(&mut *conn)
            .await?;
    let (Some(first), Some(last)) = (first, last) else {
        return Ok(());
    };
    sqlx::query(include_str!("record_deleted.sql"))
        .bind(batch)
        .bind(table.name)
        .bind(first)
        .bind(last)
        .bind(packed::pack(&table.columns, &rows)?)
        .execute(conn)
        .await?;
    Ok(())
}

/// What refers to the tables that stand by themselves: a row is taken out only when nothing does any more.
const UNUSED: &[(&str, &[(&str, &str)])] = &[
    ("subscription_changes", &[]),
    (
        "subscriptions",
        &[("subscription_changes", "subscription_id")],
    ),
    ("organization_values", &[]),
    ("organization_points", &[]),
    ("organization_addresses", &[]),
    (
        "custom_fields",
        &[
            ("custom_values", "field_id"),
            ("organization_values", "field_id"),
        ],
    ),
    ("mailed_issues", &[]),
    ("promo_codes", &[("order_lines", "promo_id")]),
    ("tier_prices", &[]),
    (
        "membership_tiers",
        &[("terms", "tier_id"), ("tier_prices", "tier_id")],
    ),
    (
        "membership_types",
        &[
            ("memberships", "type_id"),
            ("membership_tiers", "type_id"),
            ("mailed_issues", "type_id"),
        ],
    ),
    ("groups", &[("group_contacts", "group_id")]),
    ("group_categories", &[("groups", "category_id")]),
    ("views", &[]),
    ("named_mappings", &[]),
    ("export_profiles", &[]),
    ("tags", &[("contact_tags", "tag_id")]),
    ("tag_sets", &[("tags", "tag_set_id")]),
    (
        "organizations",
        &[
            ("affiliations", "organization_id"),
            ("addresses", "organization_id"),
            ("organizations", "parent_id"),
            ("organization_points", "organization_id"),
            ("organization_addresses", "organization_id"),
            ("organization_values", "organization_id"),
            ("files", "organization_id"),
        ],
    ),
];

/// What a later act decided or confirmed about a value keeps the whole history before it.
const NOTHING_DECIDED_SINCE: &str = "NOT EXISTS (SELECT 1 FROM subscription_changes later
    WHERE later.subscription_id = subscription_changes.subscription_id AND later.id > subscription_changes.id)";

/// Deletes groups, tags, organizations, fields that the batch made and that nobody uses or edited since.
pub(super) async fn unused(change: &mut Change, undoing: &Undoing) -> Result<()> {
    for (table, references) in UNUSED {
        if undoing.skips(table) {
            continue;
        }
        let mut sql = include_str!("unused.sql").replace("{table}", table);
        for (other, column) in *references {
            sql.push_str(&format!(
                " AND NOT EXISTS (SELECT 1 FROM {other} o WHERE o.{column} = {table}.id)"
            ));
        }
        if *table == "subscription_changes" {
            sql.push_str(" AND ");
            sql.push_str(NOTHING_DECIDED_SINCE);
        }
        sqlx::query(AssertSqlSafe(sql))
            .bind(undoing.batch)
            .execute(&mut **change)
            .await?;
    }
    Ok(())
}

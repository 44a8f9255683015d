//! What of a person is left outside the contact: rejected rows of imports, doubts about doubles, orders and payments.

use sqlx::SqliteConnection;

use super::types::ErasedLine;
use crate::contacts::Contact;
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::values::fold;

/// Copies the orders and payments of a contact to where they stay without it. Gives how many of each.
pub(super) async fn keep_orders(
    change: &mut Change,
    erasure: i64,
    contact: &Contact,
) -> Result<(i64, i64)> {
    let orders = run(change, include_str!("keep_orders.sql"), erasure, contact.id).await?;
    let payments = run(
        change,
        include_str!("keep_payments.sql"),
        erasure,
        contact.id,
    )
    .await?;
    hide_names(change, erasure, contact).await?;
    for known in [
        include_str!("known_orders.sql"),
        include_str!("known_payments.sql"),
    ] {
        sqlx::query(known)
            .bind(erasure)
            .execute(&mut **change)
            .await?;
    }
    Ok((orders, payments))
}

async fn run(change: &mut Change, sql: &'static str, erasure: i64, contact: i64) -> Result<i64> {
    let done = sqlx::query(sql)
        .bind(erasure)
        .bind(contact)
        .execute(&mut **change)
        .await?;
    Ok(done.rows_affected() as i64)
}

/// A line whose text says who it is about says nothing any more.
async fn hide_names(change: &mut Change, erasure: i64, contact: &Contact) -> Result<()> {
    let telling = telling(contact);
    let sql = "SELECT id, lines FROM erased_orders WHERE erasure_id = ?";
    let orders: Vec<(i64, String)> = sqlx::query_as(sql)
        .bind(erasure)
        .fetch_all(&mut **change)
        .await?;
    for (id, lines) in orders {
        let mut lines = read_lines(id, &lines)?;
        for line in &mut lines {
            let folded = fold::fold(&line.text);
            if telling.iter().any(|word| folded.contains(word)) {
                line.text = "–".to_owned();
            }
        }
        let text = super::dossier::json(&lines)?;
        sqlx::query("UPDATE erased_orders SET lines = ? WHERE id = ? AND erasure_id = ?")
            .bind(text)
            .bind(id)
            .bind(erasure)
            .execute(&mut **change)
            .await?;
    }
    Ok(())
}

pub(super) fn read_lines(order: i64, lines: &str) -> Result<Vec<ErasedLine>> {
    serde_json::from_str(lines).map_err(|e| Error::DamagedWorkspace {
        detail: format!("the kept order {order}: {e}"),
    })
}

/// Names, phones and e-mails, folded.
fn telling(contact: &Contact) -> Vec<String> {
    let names = [
        Some(&contact.name),
        contact.first_name.as_ref(),
        contact.last_name.as_ref(),
        contact.full_name.as_ref(),
        contact.nickname.as_ref(),
    ];
    let points = contact
        .points
        .iter()
        .flat_map(|point| [Some(&point.value), point.normalized.as_ref()]);
    let words = names.into_iter().chain(points).flatten();
    let mut words: Vec<String> = words.map(|word| fold::fold(word)).collect();
    words.retain(|word| word.chars().count() > 1);
    words
}

/// Removes rejected rows of imports that name a phone or an e-mail of the person, and doubts whether it is a double.
pub(super) async fn forget_imports(change: &mut Change, contact: &Contact) -> Result<()> {
    sqlx::query("DELETE FROM import_similar WHERE ?1 IN (contact_id, other_id)")
        .bind(contact.id)
        .execute(&mut **change)
        .await?;
    for point in &contact.points {
        for value in [Some(&point.value), point.normalized.as_ref()]
            .into_iter()
            .flatten()
        {
            sqlx::query("DELETE FROM import_rejects WHERE instr(lower(cells), lower(?1)) OR instr(lower(problems), lower(?1))")
                .bind(value)
                .execute(&mut **change)
                .await?;
        }
    }
    Ok(())
}

/// The numbers of the contacts that were merged into one.
pub(super) async fn merged(conn: &mut SqliteConnection, id: i64) -> Result<Vec<i64>> {
    let sql = "SELECT merged_id FROM merges WHERE contact_id = ?";
    Ok(sqlx::query_scalar(sql).bind(id).fetch_all(conn).await?)
}

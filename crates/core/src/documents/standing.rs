//! Taking back the documents whose order or payment a change takes away: each by a paper of its own.

use std::collections::HashSet;

use super::issue::{Of, content, number, reversed};
use crate::error::Result;
use crate::journal::Change;

/// The documents that stood before a change took something away.
pub(crate) struct Standing(HashSet<i64>);

type Row = (i64, i64, bool);

async fn rows(change: &mut Change) -> Result<Vec<Row>> {
    Ok(sqlx::query_as(include_str!("standing.sql"))
        .fetch_all(&mut **change)
        .await?)
}

impl Standing {
    /// Documents whose order was removed for good stand as they are.
    pub async fn of(change: &mut Change) -> Result<Self> {
        let founded = rows(change).await?.into_iter().filter(|row| row.2);
        Ok(Self(founded.map(|row| row.0).collect()))
    }
}

/// Issues a credit note for each that has lost its ground since, or was issued by the batch that is taken back.
pub(crate) async fn take_back_fallen(
    change: &mut Change,
    before: &Standing,
    undone: Option<i64>,
) -> Result<()> {
    for (id, batch, founded) in rows(change).await? {
        let has_fallen = !founded || Some(batch) == undone;
        if has_fallen && before.0.contains(&id) {
            take_back(change, id).await?;
        }
    }
    Ok(())
}

async fn take_back(change: &mut Change, id: i64) -> Result<()> {
    let (order, payment): (Option<i64>, Option<i64>) =
        sqlx::query_as("SELECT order_id, payment_id FROM documents WHERE id = ?")
            .bind(id)
            .fetch_one(&mut **change)
            .await?;
    let kind = match payment {
        Some(_) => "voided_receipt",
        None => "credit_note",
    };
    let today = change.workspace().today();
    let content = reversed(content(change, id).await?, kind, today);
    let of = Of {
        kind,
        order,
        payment,
    };
    number(change, &of, Some(id), content).await?;
    Ok(())
}

//! Doing a renewal run: all terms, orders and lines in one transaction, a lot at a time. Their ids are known beforehand, and
//! so the journal records ranges rather than each row.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use serde_json::json;
use sqlx::AssertSqlSafe;

use super::due::{answer, due};
use super::types::{Renewal, Renewals, RenewalsRequest};
use crate::backup::{self, Why};
use crate::error::Result;
use crate::journal::{self, Change};
use crate::operations::Operation;
use crate::progress::{Job, Stage};
use crate::sql::max_id;
use crate::workspace::Workspace;

const LOT: usize = 1000;

/// The tables that a run fills, parents first, with what inserts a lot.
const FILLED: [(&str, &str); 3] = [
    ("terms", include_str!("terms.sql")),
    ("orders", include_str!("orders.sql")),
    ("order_lines", include_str!("order_lines.sql")),
];

/// Renews all that are due, with an order for each that costs something.
///
/// # Errors
/// `Cancelled`, `ListChanged` (nothing was changed).
pub async fn apply(ws: &Workspace, request: &RenewalsRequest, job: &Job) -> Result<Renewals> {
    // Looked up before the change begins: what is kept for a state of the workspace must not be made within one.
    let mut conn = ws.read().await?;
    let generation = journal::generation(&mut conn).await?;
    let due = due(ws, &mut conn, request).await?;
    drop(conn);
    if due.is_empty() {
        return Ok(answer(due, None, request.limit));
    }
    if due.len() >= backup::MANY {
        backup::before(ws, Why::Change).await;
    }
    let mut change = Change::begin(ws, Operation::RenewalsApply).await?;
    change.expect_generation(Some(generation))?;
    let mut first = [0; FILLED.len()];
    for (first, (table, _)) in first.iter_mut().zip(FILLED) {
        *first = max_id(&mut change, table).await? + 1;
    }
    change.stop_recording_inserts().await?;
    let mut numbers = Numbers {
        term: first[0],
        order: first[1],
        orders: HashMap::new(),
    };
    for (i, lot) in due.chunks(LOT).enumerate() {
        let done = (i * LOT) as f32 / due.len() as f32;
        job.report(Stage::Changing, (i * LOT) as u64, Some(done))?;
        let rows = numbers.rows(lot);
        insert(ws, &mut change, &rows).await?;
    }
    for (first, (table, _)) in first.into_iter().zip(FILLED) {
        let last = max_id(&mut change, table).await?;
        change.record_inserted(table, first, last).await?;
    }
    let batch = change.commit_with(due.len() as i64).await?;
    Ok(answer(due, Some(batch), request.limit))
}

/// The ids that the run gives, and the orders that it has begun by payer and type.
struct Numbers {
    term: i64,
    order: i64,
    orders: HashMap<(i64, i64), i64>,
}

impl Numbers {
    /// A lot as JSON, with the ids of its terms and of the orders of those that cost something.
    fn rows(&mut self, lot: &[Renewal]) -> String {
        let rows: Vec<_> = lot.iter().map(|renewal| self.row(renewal)).collect();
        serde_json::Value::from(rows).to_string()
    }

    fn row(&mut self, renewal: &Renewal) -> serde_json::Value {
        let order = (renewal.price.minor > 0).then(|| self.order_of(renewal));
        let row = json!([
            self.term,
            order.map(|(id, _)| id),
            renewal.term.membership,
            renewal.contact_id,
            renewal.term.payer,
            renewal.term.tier,
            renewal.from,
            renewal.to,
            renewal.term.issues,
            renewal.price.currency,
            renewal.term.text,
            renewal.price.minor,
            order.is_some_and(|(_, is_new)| is_new),
        ]);
        self.term += 1;
        row
    }

    /// The order on which a term stands, and whether it is a new one.
    fn order_of(&mut self, renewal: &Renewal) -> (i64, bool) {
        match self
            .orders
            .entry((renewal.term.payer, renewal.term.type_id))
        {
            Entry::Occupied(begun) => (*begun.get(), false),
            Entry::Vacant(place) => {
                let id = *place.insert(self.order);
                self.order += 1;
                (id, true)
            }
        }
    }
}

async fn insert(ws: &Workspace, change: &mut Change, rows: &str) -> Result<()> {
    let batch = change.batch;
    for (_, sql) in FILLED {
        sqlx::query(AssertSqlSafe(sql))
            .bind(rows)
            .bind(batch)
            .bind(ws.today().to_string())
            .execute(&mut **change)
            .await?;
    }
    Ok(())
}

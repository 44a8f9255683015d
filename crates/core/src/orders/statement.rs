//! What a contact owes and has paid, and the balances of all.

use std::collections::BTreeMap;

use sqlx::{FromRow, SqliteConnection};

use super::amount::Amount;
use super::types::{
    Order, OrderLine, OrderState, Payment, PaymentKind, PaymentMethod, Statement, StatementChanged,
};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::memberships::{day, optional_day};
use crate::workspace::Workspace;

/// Everything that a contact owes and has paid, member or not.
pub async fn statement(ws: &Workspace, contact: i64) -> Result<Statement> {
    of_contact(&mut *ws.read().await?, contact).await
}

/// What every change of a statement ends with.
pub(crate) async fn finish(mut change: Change, contact: i64) -> Result<StatementChanged> {
    Ok(StatementChanged {
        statement: of_contact(&mut change, contact).await?,
        batch: change.commit().await?,
    })
}

pub(super) async fn must_be_there(conn: &mut SqliteConnection, contact: i64) -> Result<()> {
    let sql = "SELECT EXISTS (SELECT 1 FROM contacts WHERE id = ? AND deleted_at IS NULL)";
    let exists: bool = sqlx::query_scalar(sql)
        .bind(contact)
        .fetch_one(conn)
        .await?;
    if exists {
        Ok(())
    } else {
        Err(Error::not_found("contact", contact))
    }
}

/// The currency of an amount that is typed without one: that of the contact's latest order, of their membership, or of
/// the first membership type.
pub(super) async fn currency_for(conn: &mut SqliteConnection, contact: i64) -> Result<String> {
    let found = sqlx::query_scalar(include_str!("currency_for.sql"))
        .bind(contact)
        .fetch_optional(conn)
        .await?;
    found.ok_or_else(|| {
        Error::field(
            "amount",
            "Name the currency of the amount, such as 12.50 EUR.",
        )
    })
}

/// Of one contact, by currency; none where nothing was ever owed or paid.
pub(crate) async fn balances_of(conn: &mut SqliteConnection, contact: i64) -> Result<Vec<Amount>> {
    let sql = "SELECT currency, sum(minor) FROM ledger WHERE contact_id = ? GROUP BY currency";
    let rows: Vec<(String, i64)> = sqlx::query_as(sql).bind(contact).fetch_all(conn).await?;
    Ok(rows
        .into_iter()
        .map(|(currency, minor)| Amount { minor, currency })
        .collect())
}

/// The balances of every contact that has any.
pub(crate) async fn balances(conn: &mut SqliteConnection) -> Result<BTreeMap<i64, Vec<Amount>>> {
    let sql = "SELECT contact_id, currency, sum(minor) FROM ledger GROUP BY contact_id, currency";
    let rows: Vec<(i64, String, i64)> = sqlx::query_as(sql).fetch_all(conn).await?;
    let mut all: BTreeMap<i64, Vec<Amount>> = BTreeMap::new();
    for (contact, currency, minor) in rows {
        let amount = Amount { minor, currency };
        all.entry(contact).or_default().push(amount);
    }
    Ok(all)
}

/// How many orders and payments a contact has.
pub(crate) async fn kept(conn: &mut SqliteConnection, contact: i64) -> Result<(i64, i64)> {
    let sql = "SELECT (SELECT count(*) FROM orders WHERE contact_id = ?1), (SELECT count(*) FROM payments WHERE contact_id = ?1)";
    Ok(sqlx::query_as(sql).bind(contact).fetch_one(conn).await?)
}

#[derive(FromRow)]
pub(super) struct OrderRow {
    pub id: i64,
    pub contact_id: i64,
    pub name: String,
    pub on_date: String,
    pub currency: String,
    pub note: Option<String>,
    pub cancelled_on: Option<String>,
}

#[derive(FromRow)]
pub(super) struct LineRow {
    pub id: i64,
    pub order_id: i64,
    pub text: String,
    pub minor: i64,
}

#[derive(FromRow)]
pub(super) struct PaymentRow {
    pub id: i64,
    pub contact_id: i64,
    pub kind: PaymentKind,
    pub on_date: String,
    pub minor: i64,
    pub currency: String,
    pub method: PaymentMethod,
    pub order_id: Option<i64>,
    pub note: Option<String>,
}

async fn of_contact(conn: &mut SqliteConnection, contact: i64) -> Result<Statement> {
    let orders: Vec<OrderRow> = sqlx::query_as(include_str!("orders.sql"))
        .bind(contact)
        .bind(contact)
        .fetch_all(&mut *conn)
        .await?;
    let lines: Vec<LineRow> = sqlx::query_as(include_str!("lines.sql"))
        .bind(contact)
        .bind(contact)
        .fetch_all(&mut *conn)
        .await?;
    let payments: Vec<PaymentRow> = sqlx::query_as(include_str!("payments.sql"))
        .bind(contact)
        .bind(contact)
        .fetch_all(&mut *conn)
        .await?;
    let mut orders = settled(orders, lines, &payments)?;
    orders.reverse();
    let payments = payments.into_iter().rev().map(PaymentRow::payment);
    Ok(Statement {
        orders,
        payments: payments.collect::<Result<_>>()?,
        balances: balances_of(conn, contact).await?,
    })
}

impl PaymentRow {
    fn payment(self) -> Result<Payment> {
        Ok(Payment {
            id: self.id,
            kind: self.kind,
            date: day(&self.on_date)?,
            amount: Amount {
                minor: self.minor,
                currency: self.currency,
            },
            method: self.method,
            order_id: self.order_id,
            note: self.note,
        })
    }

    fn signed(&self) -> i64 {
        match self.kind {
            PaymentKind::Payment => self.minor,
            PaymentKind::Refund => -self.minor,
        }
    }
}

/// The orders (the oldest first) with what has come in for each: payments that name it, then what is left of those that
/// name none or of orders that need no more, the oldest order first.
pub(super) fn settled(
    orders: Vec<OrderRow>,
    lines: Vec<LineRow>,
    payments: &[PaymentRow],
) -> Result<Vec<Order>> {
    let mut by_order: BTreeMap<i64, Vec<LineRow>> = BTreeMap::new();
    for line in lines {
        by_order.entry(line.order_id).or_default().push(line);
    }
    let mut named: BTreeMap<i64, i64> = BTreeMap::new();
    let mut free: BTreeMap<(i64, String), i64> = BTreeMap::new();
    for payment in payments {
        match payment.order_id {
            Some(order) => *named.entry(order).or_default() += payment.signed(),
            None => {
                let key = (payment.contact_id, payment.currency.clone());
                *free.entry(key).or_default() += payment.signed();
            }
        }
    }
    let mut settled = Vec::with_capacity(orders.len());
    for row in orders {
        let lines = by_order.remove(&row.id).unwrap_or_default();
        let total: i64 = match row.cancelled_on {
            Some(_) => 0,
            None => lines.iter().map(|line| line.minor).sum(),
        };
        let came_in = named.remove(&row.id).unwrap_or(0);
        let spare = free
            .entry((row.contact_id, row.currency.clone()))
            .or_default();
        *spare += (came_in - total).max(0);
        settled.push((row, lines, total, came_in.min(total.max(0))));
    }
    let orders = settled.into_iter().map(|(row, lines, total, named)| {
        let spare = free
            .entry((row.contact_id, row.currency.clone()))
            .or_default();
        let more = (total - named).min(*spare).max(0);
        *spare -= more;
        order(row, lines, total, named + more)
    });
    orders.collect()
}

fn order(row: OrderRow, lines: Vec<LineRow>, total: i64, paid: i64) -> Result<Order> {
    let amount = |minor| Amount::new(minor, &row.currency);
    let state = match (&row.cancelled_on, paid) {
        (Some(_), _) => OrderState::Cancelled,
        (None, paid) if paid >= total => OrderState::Paid,
        (None, paid) if paid > 0 => OrderState::Part,
        _ => OrderState::Open,
    };
    let lines = lines.into_iter().map(|line| OrderLine {
        id: line.id,
        text: line.text,
        amount: amount(line.minor),
    });
    Ok(Order {
        id: row.id,
        contact_id: row.contact_id,
        date: day(&row.on_date)?,
        lines: lines.collect(),
        total: amount(total),
        paid: amount(paid),
        open: amount(total - paid),
        state,
        cancelled_on: optional_day(row.cancelled_on.as_deref())?,
        name: row.name,
        note: row.note,
    })
}

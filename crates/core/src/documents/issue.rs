//! Issuing: what stands on the paper is gathered once, gets the next number, and is never made anew.

use sqlx::{FromRow, SqliteConnection};

use super::letterhead::read as read_letterhead;
use super::paper;
use super::types::{Content, DocumentSaved, InvoiceSave, Letterhead, ReceiptSave};
use super::words::Words;
use crate::contacts;
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::memberships::day;
use crate::operations::Operation;
use crate::orders::Amount;
use crate::post;
use crate::workspace::Workspace;

/// Writes the invoice of an order, which is issued where there is none that stands.
///
/// # Errors
/// `NotFound`; `Invalid` where the order is cancelled, costs nothing, or the file's name doesn't end with `.pdf`; the file's own
/// errors: then no number is given.
pub async fn invoice(ws: &Workspace, input: &InvoiceSave) -> Result<DocumentSaved> {
    let of = Of {
        kind: "invoice",
        order: Some(input.order),
        payment: None,
    };
    save(ws, &of, &input.path, input.language.as_deref()).await
}

/// Writes the receipt of a payment, which is issued where there is none that stands.
///
/// # Errors
/// As [`invoice`].
pub async fn receipt(ws: &Workspace, input: &ReceiptSave) -> Result<DocumentSaved> {
    let of = Of {
        kind: "receipt",
        order: None,
        payment: Some(input.payment),
    };
    save(ws, &of, &input.path, input.language.as_deref()).await
}

/// What a document is of.
pub(super) struct Of {
    pub kind: &'static str,
    pub order: Option<i64>,
    pub payment: Option<i64>,
}

async fn save(
    ws: &Workspace,
    of: &Of,
    path: &str,
    language: Option<&str>,
) -> Result<DocumentSaved> {
    let path = paper::checked(path)?;
    let operation = match of.payment {
        Some(_) => Operation::ReceiptSave,
        None => Operation::InvoiceSave,
    };
    let mut change = Change::begin(ws, operation).await?;
    let held: Option<(i64, String)> = sqlx::query_as(include_str!("held.sql"))
        .bind(of.order)
        .bind(of.payment)
        .fetch_optional(&mut *change)
        .await?;
    if let Some((number, content)) = held {
        drop(change);
        paper::write(&path, &content)?;
        return Ok(saved(&path, number, false));
    }
    let words = Words::of(language.unwrap_or("en"));
    let content = match of.order {
        Some(order) => of_order(ws, &mut change, order, words).await?,
        None => of_payment(ws, &mut change, of.payment.unwrap_or_default(), words).await?,
    };
    let (number, content) = number(&mut change, of, None, content).await?;
    // Before the commit: without its paper nothing is issued, and no number is used up.
    paper::write(&path, &content)?;
    change.commit_with(1).await?;
    Ok(saved(&path, number, true))
}

fn saved(path: &std::path::Path, number: i64, issued: bool) -> DocumentSaved {
    DocumentSaved {
        file: path.to_string_lossy().into_owned(),
        number,
        issued,
    }
}

/// Gives a document the next number of its series and keeps it.
pub(super) async fn number(
    change: &mut Change,
    of: &Of,
    takes_back: Option<i64>,
    mut content: Content,
) -> Result<(i64, String)> {
    let series = match of.payment {
        Some(_) => "receipt",
        None => "invoice",
    };
    let sql = "SELECT coalesce(max(number), 0) + 1 FROM documents WHERE series = ?";
    let number: i64 = sqlx::query_scalar(sql)
        .bind(series)
        .fetch_one(&mut **change)
        .await?;
    content.title = format!("{} {number}", content.title);
    let content = serde_json::to_string(&content).map_err(|e| Error::Call {
        detail: e.to_string(),
    })?;
    let today = change.workspace().today().to_string();
    let batch = change.batch;
    sqlx::query(include_str!("insert.sql"))
        .bind(of.kind)
        .bind(series)
        .bind(number)
        .bind(today)
        .bind(of.order)
        .bind(of.payment)
        .bind(takes_back)
        .bind(batch)
        .bind(&content)
        .execute(&mut **change)
        .await?;
    Ok((number, content))
}

#[derive(FromRow)]
struct OrderRow {
    contact_id: i64,
    on_date: String,
    currency: String,
    cancelled: bool,
}

async fn of_order(
    ws: &Workspace,
    change: &mut Change,
    order: i64,
    words: &Words,
) -> Result<Content> {
    let sql = "SELECT contact_id, on_date, currency, cancelled_on IS NOT NULL AS cancelled FROM orders WHERE id = ?";
    let row: Option<OrderRow> = sqlx::query_as(sql)
        .bind(order)
        .fetch_optional(&mut **change)
        .await?;
    let row = row.ok_or_else(|| Error::not_found("order", order))?;
    if row.cancelled {
        return Err(Error::invalid("The order is cancelled: it has no invoice."));
    }
    let lines: Vec<(String, i64)> =
        sqlx::query_as("SELECT text, minor FROM order_lines WHERE order_id = ? ORDER BY id")
            .bind(order)
            .fetch_all(&mut **change)
            .await?;
    let total: i64 = lines.iter().map(|(_, minor)| minor).sum();
    if total <= 0 {
        return Err(Error::invalid(
            "Nothing is to be paid for the order: it has no invoice.",
        ));
    }
    let amount = |minor: i64| Amount::new(minor, &row.currency).to_string();
    let paid: i64 = sqlx::query_scalar(include_str!("paid.sql"))
        .bind(order)
        .fetch_one(&mut **change)
        .await?;
    let mut totals = vec![[words.total.to_owned(), amount(total)]];
    if paid > 0 {
        totals.push([words.paid.to_owned(), amount(paid)]);
        totals.push([words.open.to_owned(), amount((total - paid).max(0))]);
    }
    let head = read_letterhead(&mut *change).await?;
    let mut content = addressed(ws, change, row.contact_id, &head, words).await?;
    content.title = words.invoice.to_owned();
    let ordered = words.day(day(&row.on_date)?);
    content.facts.push([words.order.to_owned(), ordered]);
    content.lines = lines
        .into_iter()
        .map(|(text, minor)| [text, amount(minor)])
        .collect();
    content.totals = totals;
    content.text = lines_of(&head.note);
    Ok(content)
}

#[derive(FromRow)]
struct PaymentRow {
    contact_id: i64,
    kind: String,
    on_date: String,
    minor: i64,
    currency: String,
    method: String,
    note: Option<String>,
}

async fn of_payment(
    ws: &Workspace,
    change: &mut Change,
    payment: i64,
    words: &Words,
) -> Result<Content> {
    let sql = "SELECT contact_id, kind, on_date, minor, currency, method, note FROM payments WHERE id = ?";
    let row: Option<PaymentRow> = sqlx::query_as(sql)
        .bind(payment)
        .fetch_optional(&mut **change)
        .await?;
    let row = row.ok_or_else(|| Error::not_found("payment", payment))?;
    let head = read_letterhead(&mut *change).await?;
    let mut content = addressed(ws, change, row.contact_id, &head, words).await?;
    content.title = words.receipt.to_owned();
    let amount = Amount::new(row.minor, &row.currency).to_string();
    let what = match row.kind.as_str() {
        "refund" => words.returned,
        _ => words.received,
    };
    let mut text = format!(
        "{what}: {}, {}",
        words.day(day(&row.on_date)?),
        words.method(&row.method)
    );
    if let Some(note) = &row.note {
        text = format!("{text} ({note})");
    }
    content.lines = vec![[text, amount.clone()]];
    content.totals = vec![[words.total.to_owned(), amount]];
    Ok(content)
}

/// What stands on every document to a contact.
pub(super) async fn addressed(
    ws: &Workspace,
    change: &mut Change,
    contact: i64,
    head: &Letterhead,
    words: &Words,
) -> Result<Content> {
    let found = contacts::by_ids(change, &[contact]).await?;
    let person = found
        .first()
        .ok_or_else(|| Error::not_found("contact", contact))?;
    let home = crate::workspace::settings(change).await?.country;
    let number: Option<String> =
        sqlx::query_scalar("SELECT number FROM members WHERE contact_id = ?")
            .bind(contact)
            .fetch_optional(&mut **change)
            .await?;
    let mut facts = vec![[words.date.to_owned(), words.day(ws.today())]];
    facts.extend(number.map(|number| [words.member.to_owned(), number]));
    let mut lines = vec![head.name.clone()];
    lines.extend(lines_of(&head.address));
    lines.retain(|line| !line.is_empty());
    Ok(Content {
        language: words.language.to_owned(),
        head: lines,
        to: post::address_lines(person, home.as_deref(), words.language),
        facts,
        columns: [words.what.to_owned(), words.amount.to_owned()],
        foot: lines_of(&head.bank),
        ..Content::default()
    })
}

pub(super) fn lines_of(text: &str) -> Vec<String> {
    text.lines().map(str::trim_end).map(str::to_owned).collect()
}

/// The paper that takes another one back: the same with the sums turned round.
pub(super) fn reversed(mut content: Content, kind: &str, today: chrono::NaiveDate) -> Content {
    let words = Words::of(&content.language);
    let title = std::mem::take(&mut content.title);
    content.title = match kind {
        "voided_receipt" => words.voided_receipt.to_owned(),
        _ => words.credit_note.to_owned(),
    };
    content.facts.retain(|[name, _]| name != words.date);
    content
        .facts
        .insert(0, [words.date.to_owned(), words.day(today)]);
    content.facts.push([words.takes_back.to_owned(), title]);
    content.totals.truncate(1);
    for [_, amount] in content.lines.iter_mut().chain(&mut content.totals) {
        *amount = match amount.strip_prefix('-') {
            Some(positive) => positive.to_owned(),
            None => format!("-{amount}"),
        };
    }
    content.text.clear();
    content
}

/// Of a document that is kept.
pub(super) async fn content(conn: &mut SqliteConnection, id: i64) -> Result<Content> {
    let text: String = sqlx::query_scalar("SELECT content FROM documents WHERE id = ?")
        .bind(id)
        .fetch_one(conn)
        .await?;
    paper::read(&text)
}

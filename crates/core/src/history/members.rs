//! What a changed row of a member means in words. None of it is brought back row by row: terms, orders and payments hang on
//! each other, and undo takes them together.

use super::walk::Row;
use super::words::{Words, id, text};
use crate::orders::Amount;

/// The words of the tables of members; None for all other tables.
pub(super) fn words(table: &str, before: Option<&Row>, after: Option<&Row>) -> Option<Vec<Words>> {
    let one = |field: &str, value: &dyn Fn(Option<&Row>) -> Option<String>| {
        changed(field, value(before), value(after))
    };
    let column = |field: &str, column: &str| one(field, &|row| text(row, column));
    let present = after.or(before);
    Some(match table {
        "members" => [
            column("member_number", "number"),
            column("joined", "joined"),
            one("member", &is_member),
        ]
        .into_iter()
        .flatten()
        .collect(),
        "terms" => one("membership", &term).into_iter().collect(),
        "membership_acts" => {
            let field = match text(present, "kind").as_deref() {
                Some("cancel") => "membership_cancelled",
                Some("suspend") => "membership_suspended",
                _ => "membership_resumed",
            };
            column(field, "on_date").into_iter().collect()
        }
        "order_lines" => column("order", "text").into_iter().collect(),
        "orders" => column("order_cancelled", "cancelled_on")
            .into_iter()
            .collect(),
        "dunnings" => column("dunning", "level").into_iter().collect(),
        "payments" => {
            let is_refund = text(present, "kind").as_deref() == Some("refund");
            let field = if is_refund { "refund" } else { "payment" };
            one(field, &amount).into_iter().collect()
        }
        _ => return None,
    })
}

fn changed(field: &str, before: Option<String>, after: Option<String>) -> Option<Words> {
    (before != after).then(|| Words {
        field: field.to_owned(),
        of: None,
        before,
        after,
        part: None,
        restorable: false,
    })
}

fn is_member(row: Option<&Row>) -> Option<String> {
    row?;
    let is = text(row, "reverted_at").is_none();
    is.then(|| "yes".to_owned())
}

fn term(row: Option<&Row>) -> Option<String> {
    let start = text(row, "start_date")?;
    Some(match text(row, "end_date") {
        Some(end) => format!("{start} – {end}"),
        None => start,
    })
}

fn amount(row: Option<&Row>) -> Option<String> {
    let amount = Amount {
        minor: id(row, "minor")?,
        currency: text(row, "currency")?,
    };
    Some(amount.to_string())
}

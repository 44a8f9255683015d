//! Which open order a credit may be for, how surely, and why.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use sqlx::SqliteConnection;

use super::open::Open;
use super::read::{Credit, Defaults, Statement, read};
use super::types::{BankLine, BankLook, BankProposal, BankReason, BankStatement};
use super::words::{INVOICE, MEMBER, NUMBER, ORDER};
use crate::error::Result;
use crate::orders::Amount;
use crate::values::custom::currency_of_country;
use crate::values::date::default_order;
use crate::values::fold::fold;
use crate::workspace::{self, Workspace};

/// Confidence from which the first proposal is taken without a further look, where the next contact's is this far behind.
const SURE: f64 = 0.8;
const AHEAD: f64 = 0.15;
/// What says less is no proposal.
const LEAST: f64 = 0.3;
const SHOWN: usize = 5;
/// How many orders of the same amount are shown where nothing but the amount speaks for one.
const ALIKE: usize = 3;

/// The credits of a file that are not booked yet, each with what it may be for. Writes nothing.
///
/// # Errors
/// Those of the file; `Invalid` where it has no days or amounts.
pub async fn look(ws: &Workspace, input: &BankLook) -> Result<BankStatement> {
    let mut conn = ws.read().await?;
    let defaults = defaults(&mut conn).await?;
    let statement = read(&input.path, defaults).await?;
    let open = Open::load(&mut conn).await?;
    let mut answer = proposed(statement, &open);
    if let Some(limit) = input.limit {
        answer.lines.truncate(limit as usize);
    }
    Ok(answer)
}

/// A file that names no currency is in that of the latest order, of the membership types or of the country.
pub(super) async fn defaults(conn: &mut SqliteConnection) -> Result<Defaults> {
    let country = workspace::settings(conn).await?.country;
    let used: Option<String> = sqlx::query_scalar(include_str!("currency.sql"))
        .fetch_optional(conn)
        .await?;
    let of_country = || country.as_deref().and_then(currency_of_country);
    Ok(Defaults {
        currency: used
            .or_else(|| of_country().map(str::to_owned))
            .unwrap_or_else(|| "EUR".into()),
        order: default_order(country.as_deref()),
    })
}

fn proposed(statement: Statement, open: &Open) -> BankStatement {
    let mut left: Vec<i64> = open.orders.iter().map(|order| order.open.minor).collect();
    let (mut lines, mut booked, mut sure) = (Vec::new(), 0, 0);
    for (at, credit) in statement.credits.into_iter().enumerate() {
        if open.booked.contains(&credit.key) {
            booked += 1;
            continue;
        }
        let mut proposals = proposals(&credit, open, &left);
        let is_sure = is_sure(&proposals);
        if let Some(first) = proposals.first().filter(|_| is_sure) {
            sure += 1;
            settle(first, &credit, open, &mut left);
        }
        proposals.truncate(SHOWN);
        lines.push(BankLine {
            line: at as u32 + 1,
            key: credit.key,
            date: credit.date,
            amount: credit.amount,
            name: credit.name,
            iban: credit.iban,
            text: credit.text,
            proposals,
            sure: is_sure,
        });
    }
    BankStatement {
        file: statement.file,
        format: statement.format,
        account: statement.account,
        credits: lines.len() as u32,
        sure,
        booked,
        outgoing: statement.outgoing,
        unread: statement.unread,
        lines,
    }
}

/// What a sure credit pays is not open any more for those after it.
fn settle(first: &BankProposal, credit: &Credit, open: &Open, left: &mut [i64]) {
    let mut paid = credit.amount.minor;
    let debtor = open.debtors.get(&first.contact_id);
    for at in debtor.into_iter().flat_map(|debtor| &debtor.orders) {
        if first.order.is_none_or(|id| id == open.orders[*at].id) {
            let part = left[*at].min(paid);
            left[*at] -= part;
            paid -= part;
        }
    }
}

fn is_sure(proposals: &[BankProposal]) -> bool {
    let Some(first) = proposals.first() else {
        return false;
    };
    let next = proposals
        .iter()
        .find(|other| other.contact_id != first.contact_id);
    first.confidence >= SURE && next.is_none_or(|next| first.confidence - next.confidence > AHEAD)
}

/// What speaks for an order, or for a contact with all its orders.
#[derive(Default)]
struct Hints {
    by_order: BTreeMap<usize, (BankReason, f64)>,
    by_contact: BTreeMap<i64, Vec<(BankReason, f64)>>,
}

fn proposals(credit: &Credit, open: &Open, left: &[i64]) -> Vec<BankProposal> {
    let hints = hints(credit, open);
    let currency = &credit.amount.currency;
    let is_open = |at: &usize| left[*at] > 0 && open.orders[*at].open.currency == *currency;
    let mut found = Vec::new();
    let by_order = hints.by_order.keys().map(|at| open.orders[*at].contact_id);
    let contacts: BTreeSet<i64> = hints.by_contact.keys().copied().chain(by_order).collect();
    for (contact, debtor) in contacts
        .iter()
        .filter_map(|id| Some((id, open.debtors.get(id)?)))
    {
        let by_contact = hints.by_contact.get(contact);
        let own: Vec<usize> = debtor.orders.iter().copied().filter(is_open).collect();
        let meant = |at: &&usize| by_contact.is_some() || hints.by_order.contains_key(*at);
        for at in own.iter().filter(meant) {
            let mut reasons: Vec<(BankReason, f64)> = by_contact.cloned().unwrap_or_default();
            reasons.extend(hints.by_order.get(at));
            reasons.extend(by_amount(credit.amount.minor, left[*at]));
            found.push(proposal(open, *at, left[*at], reasons));
        }
        let all: i64 = own.iter().map(|at| left[*at]).sum();
        if let (Some(by_contact), true, Some(first)) = (by_contact, own.len() > 1, own.first())
            && all == credit.amount.minor
        {
            let mut reasons = by_contact.clone();
            reasons.push((BankReason::AllOpen, 0.4));
            let mut whole = proposal(open, *first, all, reasons);
            whole.order = None;
            whole.text = String::new();
            found.push(whole);
        }
    }
    found.retain(|proposal| proposal.confidence >= LEAST);
    if found.is_empty() {
        found = of_the_amount(credit, open, left, &is_open);
    }
    // The oldest order first where nothing tells them apart.
    found.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
    found
}

fn of_the_amount(
    credit: &Credit,
    open: &Open,
    left: &[i64],
    is_open: &dyn Fn(&usize) -> bool,
) -> Vec<BankProposal> {
    let same: Vec<usize> = (0..left.len())
        .filter(|at| is_open(at) && left[*at] == credit.amount.minor)
        .take(ALIKE + 1)
        .collect();
    if same.len() > ALIKE {
        return Vec::new();
    }
    let amount = |at: usize| proposal(open, at, left[at], vec![(BankReason::Amount, 0.2)]);
    same.into_iter().map(amount).collect()
}

fn by_amount(paid: i64, open: i64) -> Option<(BankReason, f64)> {
    match paid.cmp(&open) {
        std::cmp::Ordering::Equal => Some((BankReason::Amount, 0.4)),
        std::cmp::Ordering::Less => Some((BankReason::Part, 0.05)),
        std::cmp::Ordering::Greater => None,
    }
}

fn proposal(open: &Open, at: usize, left: i64, reasons: Vec<(BankReason, f64)>) -> BankProposal {
    let order = &open.orders[at];
    let texts: Vec<&str> = order.lines.iter().map(|line| line.text.as_str()).collect();
    let confidence: f64 = reasons.iter().map(|(_, weight)| weight).sum();
    BankProposal {
        contact_id: order.contact_id,
        name: order.name.clone(),
        order: Some(order.id),
        text: texts.join(", "),
        open: Amount::new(left, &order.open.currency),
        confidence: (confidence.min(0.99) * 100.0).round() / 100.0,
        reasons: reasons.into_iter().map(|(reason, _)| reason).collect(),
    }
}

fn hints(credit: &Credit, open: &Open) -> Hints {
    let mut hints = Hints::default();
    let (payer, text) = (fold(&credit.name), fold(&credit.text));
    let payer_words: HashSet<&str> = payer.split(' ').collect();
    for contact in open.named(&payer_words) {
        let reasons = hints.by_contact.entry(contact).or_default();
        reasons.push((BankReason::Payer, 0.45));
    }
    let text_words: HashSet<&str> = text.split(' ').collect();
    for contact in open.named(&text_words) {
        let reasons = hints.by_contact.entry(contact).or_default();
        if reasons.is_empty() {
            reasons.push((BankReason::NameInText, 0.35));
        }
    }
    for (of, number) in numbers(&text) {
        if let Some(contact) = open.by_member.get(&number).filter(|_| of == Of::Member) {
            let reasons = hints.by_contact.entry(*contact).or_default();
            reasons.push((BankReason::MemberNumber, 0.5));
        }
        let Ok(number) = number.parse::<i64>() else {
            continue;
        };
        let hit = match of {
            Of::Invoice => open
                .by_invoice
                .get(&number)
                .map(|at| (at, BankReason::Invoice, 0.6)),
            Of::Order => open
                .by_order
                .get(&number)
                .map(|at| (at, BankReason::Order, 0.6)),
            Of::Unknown => open
                .by_invoice
                .get(&number)
                .or_else(|| open.by_order.get(&number))
                .map(|at| (at, BankReason::Number, 0.3)),
            Of::Member => None,
        };
        if let Some((at, reason, weight)) = hit {
            let held = hints.by_order.entry(*at).or_insert((reason, weight));
            if held.1 < weight {
                *held = (reason, weight);
            }
        }
    }
    hints
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Invoice,
    Order,
    Member,
    Unknown,
}

/// The numbers in a folded text, each with what the word before it says that it is of. `RG0012` is a word and a number.
pub(super) fn numbers(text: &str) -> Vec<(Of, String)> {
    let mut found = Vec::new();
    let mut of = Of::Unknown;
    for word in text.split(' ') {
        let digits = word.find(|c: char| c.is_ascii_digit());
        let mut is_part = false;
        let (letters, number) = word.split_at(digits.unwrap_or(word.len()));
        match letters {
            "" => {}
            word if INVOICE.contains(&word) => of = Of::Invoice,
            word if ORDER.contains(&word) => of = Of::Order,
            word if MEMBER.contains(&word) => of = Of::Member,
            word if NUMBER.contains(&word) => {}
            _ if number.is_empty() => of = Of::Unknown,
            _ => is_part = true,
        }
        if number.is_empty() {
            continue;
        }
        // `A7` may be a member number, and says no order or invoice 7.
        if is_part && of == Of::Member {
            found.push((of, word.to_owned()));
        } else if !is_part && number.bytes().all(|b| b.is_ascii_digit()) {
            found.push((of, number.to_owned()));
        }
        of = Of::Unknown;
    }
    found
}

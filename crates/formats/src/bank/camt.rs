//! What the entries of CAMT mean: camt.052, .053 and .054 of all versions, by the names of elements that they share.

use std::borrow::Cow;
use std::io::Read;

use chrono::NaiveDate;
use encoding_rs::{Encoding, UTF_8};

use super::tree::{Elements, Node, Step};
use super::{BankEntry, BankMessage};
use crate::error::FormatError;
use crate::source::Input;

/// A year of a large association is some megabytes.
const LARGEST: u64 = 64 << 20;
const MOST_ENTRIES: usize = 200_000;

/// What banks write where they know no reference.
const NO_REFERENCES: [&str; 4] = ["NOTPROVIDED", "NONREF", "NOREF", "NOT PROVIDED"];

pub(super) fn read(input: &Input) -> Result<BankMessage, FormatError> {
    if input.len > LARGEST {
        let detail = format!("{} MB, and a statement has 64 at most", input.len >> 20);
        return Err(FormatError::too_large(&input.name, detail));
    }
    let mut bytes = Vec::new();
    let mut handle = input.open()?.take(LARGEST);
    handle
        .read_to_end(&mut bytes)
        .map_err(|e| input.read_error(&e))?;
    let text = decoded(&bytes);
    let mut elements = Elements::new(&input.name, &text);
    let mut found = BankMessage {
        message: message(&mut elements)?,
        ..BankMessage::default()
    };
    loop {
        match elements.next()? {
            Step::Begins(node) => match node.name.as_str() {
                "Ntry" => {
                    let entry = elements.whole(node)?;
                    put(&mut found.entries, &entry);
                    if found.entries.len() > MOST_ENTRIES {
                        let detail = format!("it has more than {MOST_ENTRIES} entries");
                        return Err(FormatError::too_large(&input.name, detail));
                    }
                }
                "Acct" => {
                    let account = elements.whole(node)?;
                    let iban = account.text_at("Id/IBAN");
                    found.account = found.account.or(iban);
                }
                _ => {}
            },
            Step::Text(_) | Step::Ends => {}
            Step::Over => return Ok(found),
        }
    }
}

/// In the encoding that a byte order mark or the declaration says; UTF-8 without one.
fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]);
    let declared = head.split_once("encoding=").and_then(|(_, rest)| {
        let quote = rest.chars().next()?;
        let label = rest[1..].split(quote).next()?;
        Encoding::for_label(label.as_bytes())
    });
    declared.unwrap_or(UTF_8).decode(bytes).0
}

/// The document's own name for itself; refuses every other document.
fn message(elements: &mut Elements<'_>) -> Result<String, FormatError> {
    let names = [
        ("BkToCstmrStmt", "camt.053"),
        ("BkToCstmrAcctRpt", "camt.052"),
        ("BkToCstmrDbtCdtNtfctn", "camt.054"),
    ];
    loop {
        match elements.next()? {
            Step::Begins(_) if elements.path.len() <= 2 => {
                let name = elements.path.last().map(String::as_str);
                let known = names.iter().find(|(tag, _)| Some(*tag) == name);
                match known {
                    Some((_, message)) => return Ok((*message).to_owned()),
                    None if elements.path.len() == 1 && name == Some("Document") => {}
                    None => return Err(elements.refused(OTHER)),
                }
            }
            Step::Over => return Err(elements.refused(OTHER)),
            _ => {}
        }
    }
}

const OTHER: &str = "an XML document that is no statement of a bank (CAMT.053)";

/// An entry as one booking, or as the payments that a bank has collected in it.
fn put(entries: &mut Vec<BankEntry>, entry: &Node) {
    let status = entry.text_at("Sts/Cd").or_else(|| entry.text_at("Sts"));
    if status.is_some_and(|status| status != "BOOK") {
        return;
    }
    let details: Vec<&Node> = entry
        .all("NtryDtls")
        .flat_map(|part| part.all("TxDtls"))
        .collect();
    let amounts: Vec<&Node> = details
        .iter()
        .filter_map(|detail| detail.at("Amt").or_else(|| detail.at("AmtDtls/TxAmt/Amt")))
        .collect();
    if details.len() > 1 && amounts.len() == details.len() {
        for (at, (detail, amount)) in details.iter().zip(amounts).enumerate() {
            let mut one = booking(entry, &[detail]);
            one.amount = amount.text.trim().to_owned();
            one.currency = amount.currency.clone().unwrap_or(one.currency);
            let own = reference(detail, "Refs/AcctSvcrRef");
            let shared = one.reference.map(|whole| format!("{whole}/{}", at + 1));
            one.reference = own.or(shared);
            entries.push(one);
        }
    } else {
        entries.push(booking(entry, &details));
    }
}

fn booking(entry: &Node, details: &[&Node]) -> BankEntry {
    let amount = entry.at("Amt");
    let first = |paths: &[&str]| {
        let found = |detail: &&Node| paths.iter().find_map(|path| detail.text_at(path));
        details.iter().find_map(found)
    };
    let is_credit = direction(entry, details) == "CRDT";
    let (who, account) = match is_credit {
        true => (
            [
                "RltdPties/Dbtr/Nm",
                "RltdPties/Dbtr/Pty/Nm",
                "RltdPties/UltmtDbtr/Nm",
            ],
            "RltdPties/DbtrAcct/Id/IBAN",
        ),
        false => (
            [
                "RltdPties/Cdtr/Nm",
                "RltdPties/Cdtr/Pty/Nm",
                "RltdPties/UltmtCdtr/Nm",
            ],
            "RltdPties/CdtrAcct/Id/IBAN",
        ),
    };
    let is_returned = entry.text_at("RvslInd").as_deref() == Some("true");
    BankEntry {
        date: day(entry, "BookgDt").or_else(|| day(entry, "ValDt")),
        amount: amount.map_or_else(String::new, |node| node.text.trim().to_owned()),
        currency: amount
            .and_then(|node| node.currency.clone())
            .unwrap_or_default(),
        is_credit: is_credit && !is_returned,
        name: first(&who).unwrap_or_default(),
        iban: first(&[account]),
        text: text(entry, details),
        reference: reference(entry, "AcctSvcrRef").or_else(|| {
            details
                .first()
                .and_then(|d| reference(d, "Refs/AcctSvcrRef"))
        }),
    }
}

/// That of the payment where it says its own: a collected booking may hold one that came back.
fn direction(entry: &Node, details: &[&Node]) -> String {
    let own = match details {
        [only] => only.text_at("CdtDbtInd"),
        _ => None,
    };
    own.or_else(|| entry.text_at("CdtDbtInd"))
        .unwrap_or_default()
}

fn day(entry: &Node, name: &str) -> Option<NaiveDate> {
    let node = entry.at(name)?;
    let text = node.text_at("Dt").or_else(|| node.text_at("DtTm"))?;
    text.get(..10)?.parse().ok()
}

fn reference(node: &Node, path: &str) -> Option<String> {
    let text = node.text_at(path)?;
    (!NO_REFERENCES.contains(&text.to_uppercase().as_str())).then_some(text)
}

/// All that the payer wrote: free text, a creditor's reference, the reference from end to end.
fn text(entry: &Node, details: &[&Node]) -> String {
    let mut parts: Vec<String> = Vec::new();
    for detail in details {
        let remittance: Vec<&Node> = detail.all("RmtInf").collect();
        for part in remittance.iter().flat_map(|info| info.all("Ustrd")) {
            parts.push(part.text.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        for part in remittance.iter().flat_map(|info| info.all("Strd")) {
            parts.extend(part.text_at("CdtrRefInf/Ref"));
            parts.extend(part.text_at("RfrdDocInf/Nb"));
        }
        parts.extend(reference(detail, "Refs/EndToEndId"));
        parts.extend(detail.text_at("AddtlTxInf"));
    }
    if parts.is_empty() {
        parts.extend(entry.text_at("AddtlNtryInf"));
    }
    parts.retain(|part| !part.is_empty());
    parts.dedup();
    parts.join(" ")
}

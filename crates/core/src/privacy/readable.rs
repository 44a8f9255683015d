//! A dossier or a certificate as a document that any browser shows and prints: one HTML file without scripts, without
//! anything from elsewhere, every value escaped.

use serde::Serialize;
use serde_json::{Map, Value};

use super::types::{Certificate, Dossier};
use crate::error::{Error, Result};

const STYLE: &str = include_str!("readable.css");

/// What says nothing to a person.
const INTERNAL: [&str; 7] = [
    "restore",
    "batch",
    "created_batch",
    "affiliation_id",
    "photo",
    "hash",
    "holders",
];

pub(super) fn dossier(dossier: &Dossier) -> Result<String> {
    let name = &dossier.contact.name;
    let picture = match &dossier.photo {
        Some(data) => format!("<img alt=\"\" src=\"{}\">", escaped(data)),
        None => String::new(),
    };
    let sections = [
        ("Person", value(&dossier.contact)?),
        ("Phones and e-mails", value(&dossier.subscriptions)?),
        ("Groups", value(&dossier.groups)?),
        ("Membership", value(&dossier.member)?),
        ("Orders and payments", value(&dossier.statement)?),
        ("Files", value(&dossier.files)?),
        (
            "Earlier contacts of the same person",
            value(&dossier.merged)?,
        ),
        ("History", value(&dossier.history)?),
    ];
    let body: String = sections
        .iter()
        .map(|(title, value)| section(title, value))
        .collect();
    let made = format!(
        "Everything that is known, as of {}.",
        escaped(&dossier.made)
    );
    Ok(page(name, &format!("{picture}<p>{made}</p>{body}")))
}

pub(super) fn certificate(certificate: &Certificate) -> Result<String> {
    let left = match certificate.backups_left.len() {
        0 => "No backup of Roster's own holds the person any more.",
        _ => {
            "The backups named below still hold the person. They go as they grow old, or when they are removed."
        }
    };
    let text = format!(
        "<p>A person was removed for good. The phones and e-mails stay as keyed hashes only, by which an import knows \
         whom not to bring back. {left} Invoices and receipts that were issued stay as they are. Copies saved elsewhere, exported files and free text about the \
         person on other contacts are not reached.</p>"
    );
    let body = section("What was done", &value(certificate)?);
    Ok(page("Certificate of erasure", &(text + &body)))
}

fn value(of: &impl Serialize) -> Result<Value> {
    serde_json::to_value(of).map_err(|e| Error::Call {
        detail: e.to_string(),
    })
}

fn page(title: &str, body: &str) -> String {
    let title = escaped(title);
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n\
         <title>{title}</title><style>{STYLE}</style></head>\n<body><h1 dir=\"auto\">{title}</h1>\n{body}</body></html>\n"
    )
}

fn section(title: &str, value: &Value) -> String {
    let shown = match is_empty(value) {
        true => "<p class=\"none\">Nothing.</p>".to_owned(),
        false => shown(value),
    };
    format!("<section><h2>{title}</h2>{shown}</section>\n")
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.iter().all(is_empty),
        Value::Object(map) => map.values().all(is_empty),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => format!("<bdi>{}</bdi>", escaped(text)),
        Value::Object(map) => match money(map) {
            Some(money) => money,
            None => pairs(map),
        },
        Value::Array(list) if list.iter().all(Value::is_object) => table(list),
        Value::Array(list) => list.iter().map(shown).collect::<Vec<_>>().join(", "),
    }
}

/// An amount: `{"minor": 1250, "currency": "EUR"}`.
fn money(map: &Map<String, Value>) -> Option<String> {
    let (minor, currency) = (map.get("minor")?.as_i64()?, map.get("currency")?.as_str()?);
    let amount = crate::orders::Amount::new(minor, currency);
    (map.len() == 2).then(|| format!("{:.2} {}", amount.major(), escaped(currency)))
}

fn entries(map: &Map<String, Value>) -> impl Iterator<Item = (&String, &Value)> {
    map.iter()
        .filter(|(key, value)| !INTERNAL.contains(&key.as_str()) && !is_empty(value))
}

fn pairs(map: &Map<String, Value>) -> String {
    let rows: String = entries(map)
        .map(|(key, value)| format!("<tr><th>{}</th><td>{}</td></tr>", label(key), shown(value)))
        .collect();
    format!("<table class=\"pairs\">{rows}</table>")
}

/// With the columns that any of the rows says something in.
fn table(list: &[Value]) -> String {
    let rows: Vec<&Map<String, Value>> = list.iter().filter_map(Value::as_object).collect();
    let mut columns: Vec<&String> = Vec::new();
    for (key, _) in rows.iter().flat_map(|row| entries(row)) {
        if !columns.contains(&key) {
            columns.push(key);
        }
    }
    let head: String = columns
        .iter()
        .map(|key| format!("<th>{}</th>", label(key)))
        .collect();
    let cell = |row: &Map<String, Value>, key: &str| {
        format!("<td>{}</td>", row.get(key).map(shown).unwrap_or_default())
    };
    let body: String = rows
        .iter()
        .map(|row| {
            let cells: String = columns.iter().map(|key| cell(row, key)).collect();
            format!("<tr>{cells}</tr>")
        })
        .collect();
    format!("<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")
}

fn label(key: &str) -> String {
    let words = key.replace('_', " ");
    let mut letters = words.chars();
    let label = match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => words,
    };
    escaped(&label)
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

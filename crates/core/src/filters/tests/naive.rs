//! What a filter means, said again in plain Rust over whole contacts: slow, and without a word of SQL.

use chrono::{Datelike, Days, NaiveDate};

use super::super::tree::{Comparison, Filter, Side, Span, Value};
use crate::contacts::{Contact, PointStatus};
use crate::gate::{Channel, Outgoing};
use crate::groups::folded;
use crate::points::{self, Kind};
use crate::values::{country, fold, split};

/// What a field holds.
enum Held {
    Texts(Vec<String>),
    Numbers(Vec<f64>),
    Days(Vec<String>),
    Yes(bool),
}

pub(super) struct World<'a> {
    pub today: NaiveDate,
    /// The search text of the contact.
    pub search: &'a str,
    /// The filters and pins of dynamic groups by name.
    pub dynamic: &'a dyn Fn(&str, &Contact) -> Option<bool>,
    /// The names of the dynamic groups.
    pub names: &'a [&'static str],
}

impl World<'_> {
    /// In how many groups a contact is, those chosen by hand and the dynamic ones.
    fn groups(&self, c: &Contact) -> usize {
        let is_in = |name: &&&str| (self.dynamic)(name, c) == Some(true);
        c.groups.len() + self.names.iter().filter(is_in).count()
    }
}

pub(super) fn holds(filter: &Filter, c: &Contact, world: &World) -> bool {
    let held = |field: &str| held(field, c);
    match filter {
        Filter::All { parts } => parts.iter().all(|part| holds(part, c, world)),
        Filter::Any { parts } => parts.iter().any(|part| holds(part, c, world)),
        Filter::Not { part } => !holds(part, c, world),
        Filter::Compare { field, op, value } => {
            let equal = |op| compares(field, c, op, value, world);
            match op {
                Comparison::Unequal => !equal(Comparison::Equal),
                op => equal(*op),
            }
        }
        Filter::In { field, values } => values
            .iter()
            .any(|value| compares(field, c, Comparison::Equal, value, world)),
        Filter::Contains { field, text } => {
            texts(held(field))
                .iter()
                .any(|t| match fold::fold(text).as_str() {
                    "" => t.contains(text),
                    needle => folded(t).contains(needle),
                })
        }
        Filter::Starts { field, text } => {
            texts(held(field))
                .iter()
                .any(|t| match fold::fold(text).as_str() {
                    "" => t.starts_with(text),
                    needle => folded(t).starts_with(needle),
                })
        }
        Filter::Between { field, from, to } => match (held(field), from, to) {
            (Held::Numbers(numbers), Value::Number { number: a }, Value::Number { number: b }) => {
                numbers.iter().any(|n| a <= n && n <= b)
            }
            (Held::Days(days), a, b) => {
                let (a, b) = (a.day(world.today).unwrap(), b.day(world.today).unwrap());
                real(&days).iter().any(|d| a <= *d && *d <= b)
            }
            (held, Value::Text { text: a }, Value::Text { text: b }) => texts(held)
                .iter()
                .any(|t| folded(a) <= folded(t) && folded(t) <= folded(b)),
            _ => false,
        },
        Filter::Within { field, side, span } => {
            let (back, ahead) = reach(*span, world.today);
            let (from, to) = match side {
                Side::Either => (back, ahead),
                Side::Last => (back, world.today),
                Side::Next => (world.today, ahead),
            };
            days(held(field)).iter().any(|d| from <= *d && *d <= to)
        }
        Filter::Anniversary { field, span } => {
            let Held::Days(days) = held(field) else {
                return false;
            };
            let (_, last) = reach(*span, world.today);
            days.iter()
                .any(|day| comes_round(&day[day.len() - 5..], world.today, last))
        }
        Filter::Has { field } if field == "group" => world.groups(c) > 0,
        Filter::Has { field } => match held(field) {
            Held::Texts(texts) | Held::Days(texts) => !texts.is_empty(),
            Held::Numbers(numbers) => !numbers.is_empty(),
            Held::Yes(_) => c.fields.contains_key(field),
        },
        Filter::Count { field, op, number } => {
            let n = match field.as_str() {
                "group" => world.groups(c),
                _ => texts(held(field)).len(),
            };
            ordered(*op, (n as u32).cmp(number))
        }
        Filter::Matches { text } => {
            let needles = fold::query(text);
            !needles.is_empty() && needles.iter().all(|n| world.search.contains(&n.pattern))
        }
    }
}

fn ordered(op: Comparison, order: std::cmp::Ordering) -> bool {
    match op {
        Comparison::Equal => order.is_eq(),
        Comparison::Unequal => order.is_ne(),
        Comparison::Less => order.is_lt(),
        Comparison::AtMost => order.is_le(),
        Comparison::More => order.is_gt(),
        Comparison::AtLeast => order.is_ge(),
    }
}

fn compares(field: &str, c: &Contact, op: Comparison, value: &Value, world: &World) -> bool {
    match (held(field, c), value) {
        (Held::Yes(is), value) => is == (*value == Value::Yes),
        (Held::Numbers(numbers), Value::Number { number }) => {
            numbers.iter().any(|n| ordered(op, n.total_cmp(number)))
        }
        (Held::Days(days), value) => {
            let wanted = value.day(world.today).unwrap();
            real(&days).iter().any(|d| ordered(op, d.cmp(&wanted)))
        }
        (Held::Texts(texts), Value::Yes) => texts.iter().any(|t| t == "yes"),
        (Held::Texts(texts), Value::No) => texts.iter().any(|t| t == "no"),
        (Held::Texts(texts), Value::Text { text }) => match field {
            "group" => (world.dynamic)(text, c).unwrap_or_else(|| texts.contains(text)),
            "lifecycle" if op == Comparison::Equal && !text.contains('/') => {
                texts.iter().any(|t| folded(t).starts_with(&folded(text)))
            }
            "phone" | "email" if op == Comparison::Equal => {
                let kind = Kind::from_name(field).unwrap();
                let wanted = points::read(kind, text, None, None).normalized;
                c.points
                    .iter()
                    .filter(|p| p.kind == field)
                    .any(|p| match &wanted {
                        Some(wanted) => p.normalized.as_ref() == Some(wanted),
                        None => folded(&p.value) == folded(text),
                    })
            }
            "country" if op == Comparison::Equal => {
                let wanted = country::code_of(text).unwrap_or(text);
                texts.iter().any(|t| t == wanted)
            }
            _ => texts
                .iter()
                .any(|t| ordered(op, folded(t).cmp(&folded(text)))),
        },
        _ => false,
    }
}

fn reach(span: Span, today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let amount = i32::from(span.amount);
    (
        span.unit.after(today, -amount),
        span.unit.after(today, amount),
    )
}

/// Looks at every day from the first to the last.
fn comes_round(month_and_day: &str, first: NaiveDate, last: NaiveDate) -> bool {
    let mut day = first;
    while day <= last {
        let is_the_day = day.format("%m-%d").to_string() == month_and_day;
        let stands_for_leap_day =
            month_and_day == "02-29" && !day.leap_year() && (day.month(), day.day()) == (2, 28);
        if is_the_day || stands_for_leap_day {
            return true;
        }
        day = day + Days::new(1);
    }
    false
}

fn texts(held: Held) -> Vec<String> {
    match held {
        Held::Texts(texts) => texts,
        _ => Vec::new(),
    }
}

fn days(held: Held) -> Vec<NaiveDate> {
    match held {
        Held::Days(days) => real(&days),
        _ => Vec::new(),
    }
}

/// Days with their year; times by their day.
fn real(days: &[String]) -> Vec<NaiveDate> {
    days.iter()
        .filter_map(|day| day.get(..10)?.parse().ok())
        .collect()
}

fn held(field: &str, c: &Contact) -> Held {
    let one = |value: &Option<String>| Held::Texts(value.iter().cloned().collect());
    let points = |kind: &str, label: Option<&str>| {
        let of = |p: &&crate::contacts::Point| {
            p.kind == kind && (label.is_none() || p.label.as_deref() == label)
        };
        Held::Texts(
            c.points
                .iter()
                .filter(of)
                .map(|p| p.value.clone())
                .collect(),
        )
    };
    let states = |kind: &str| {
        let state = |p: &crate::contacts::Point| {
            serde_json::to_value(p.status)
                .unwrap()
                .as_str()
                .unwrap()
                .to_owned()
        };
        Held::Texts(
            c.points
                .iter()
                .filter(|p| p.kind == kind)
                .map(state)
                .collect(),
        )
    };
    let consents = |state: &str| {
        let of = c.consents.iter().filter(|k| k.state == state);
        Held::Texts(of.map(|k| k.purpose.clone()).collect())
    };
    let part = |part: fn(&crate::contacts::Address) -> &Option<String>| {
        Held::Texts(c.addresses.iter().filter_map(|a| part(a).clone()).collect())
    };
    match field {
        "first_name" => one(&c.first_name),
        "last_name" => one(&c.last_name),
        "notes" => one(&c.notes),
        "lifecycle" => one(&c.lifecycle),
        "birthday" => Held::Days(c.birthday.iter().cloned().collect()),
        "created" => Held::Days(vec![c.created.clone()]),
        "id" => Held::Numbers(vec![c.id as f64]),
        "active" => Held::Yes(c.points.iter().any(|p| {
            p.status == PointStatus::Active && matches!(p.kind.as_str(), "phone" | "email")
        })),
        "do_not_contact" => Held::Yes(c.do_not_contact),
        "email" => points("email", None),
        "phone" => points("phone", None),
        "phone_mobile" => points("phone", Some("mobile")),
        "website" => points("website", None),
        "status_email" => states("email"),
        "reachable_by" => {
            let passes = |channel: &Channel| Outgoing::pass(*channel, c.clone()).is_ok();
            let channels = Channel::ALL.into_iter().filter(passes);
            Held::Texts(channels.map(|channel| channel.name().to_owned()).collect())
        }
        "city" => part(|a| &a.city),
        "country" => part(|a| &a.country),
        "organization" => Held::Texts(c.organizations.iter().map(|o| o.name.clone()).collect()),
        "job_title" => Held::Texts(
            c.organizations
                .iter()
                .filter_map(|o| o.title.clone())
                .chain(c.job_title.clone())
                .collect(),
        ),
        "organization_kind" => {
            Held::Texts(c.organizations.iter().map(|o| o.kind.clone()).collect())
        }
        "content_topics" => Held::Texts(c.content_topics.clone()),
        "consent" => consents("given"),
        "consent_refused" => consents("refused"),
        "consent_withdrawn" => consents("withdrawn"),
        "tag" => Held::Texts(c.tags.clone()),
        "group" => Held::Texts(c.groups.clone()),
        custom => of_custom(custom, c),
    }
}

fn of_custom(code: &str, c: &Contact) -> Held {
    let value = c.fields.get(code).and_then(|v| v.as_str());
    let values: Vec<String> = value.iter().map(|v| (*v).to_owned()).collect();
    match code {
        "c_number" => Held::Numbers(values.iter().filter_map(|v| v.parse().ok()).collect()),
        "c_date" => Held::Days(values),
        "c_list" => Held::Texts(
            value
                .map(split::list)
                .unwrap_or_default()
                .into_iter()
                .map(str::to_owned)
                .collect(),
        ),
        _ => Held::Texts(values),
    }
}

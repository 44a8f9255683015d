//! A group for people, and why a contact is in it.

use std::fmt::Write;

use roster_core::filters::{Part, PartKind};
use roster_core::groups::{Group, GroupKind, GroupWhy, Pin};

use crate::table::{count, counted};

pub fn group(group: &Group) -> String {
    let kind = match group.kind {
        GroupKind::Static => "static",
        GroupKind::Dynamic => "dynamic",
    };
    let contacts = counted(group.total, "contact", "contacts");
    let mut text = format!(
        "{} (group {}, {kind}, {}): {contacts}, {} active\n",
        group.name,
        group.id,
        group.kind_of_use,
        count(group.active)
    );
    let lines = [
        ("category", &group.category),
        ("description", &group.description),
        ("filter", &group.filter),
        ("problem", &group.problem.as_ref().map(ToString::to_string)),
    ];
    for (label, value) in lines {
        if let Some(value) = value {
            let _ = writeln!(text, "  {label:11}  {value}");
        }
    }
    if group.included + group.excluded > 0 {
        let (included, excluded) = (count(group.included), count(group.excluded));
        let _ = writeln!(
            text,
            "  pins         {included} always in, {excluded} never in"
        );
    }
    text
}

pub fn why(why: &GroupWhy) -> String {
    let is = if why.is_in {
        "In the group"
    } else {
        "Not in the group"
    };
    let because = match (why.gone, why.pin, why.kind) {
        (true, ..) => "in the trash or archived",
        (_, Pin::Include, _) => "always included",
        (_, Pin::Exclude, _) => "always excluded",
        (_, _, GroupKind::Static) => "put in by hand or not",
        (_, _, GroupKind::Dynamic) => "as the filter says",
    };
    let mut text = format!("{is}: {because}.\n");
    if let Some(filter) = &why.filter {
        part(filter, 1, &mut text);
    }
    text
}

fn part(part: &Part, depth: usize, text: &mut String) {
    let mark = if part.holds { "yes" } else { "no " };
    let what = match part.kind {
        PartKind::All => "all of",
        PartKind::Any => "any of",
        PartKind::Not => "not",
        PartKind::Condition => &part.text,
    };
    let saw = match (part.kind, part.values.as_slice()) {
        (PartKind::Condition, []) => "   (nothing there)".to_owned(),
        (PartKind::Condition, values) => format!("   ({})", values.join(", ")),
        _ => String::new(),
    };
    let _ = writeln!(
        text,
        "{:indent$}{mark}  {what}{saw}",
        "",
        indent = depth * 2
    );
    for inner in &part.parts {
        self::part(inner, depth + 1, text);
    }
}

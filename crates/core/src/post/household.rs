//! How those who live together are written to by one letter.

use crate::contacts::Contact;

/// More names than this don't go on a label.
const NAMED: usize = 3;

/// `Ada & Ben Reed`; `Ada Reed, Cy Okafor`; for many, their family names: `Reed / Okafor`.
pub(super) fn name(contacts: &[&Contact]) -> String {
    let [first, others @ ..] = contacts else {
        return String::new();
    };
    if others.is_empty() {
        return first.name.clone();
    }
    if contacts.len() > NAMED {
        return many(contacts);
    }
    together(contacts).unwrap_or_else(|| {
        let names: Vec<&str> = contacts.iter().map(|c| c.name.as_str()).collect();
        names.join(", ")
    })
}

/// Those of one family name that stands last, as in most languages.
fn together(contacts: &[&Contact]) -> Option<String> {
    let family = contacts[0].last_name.as_deref()?;
    let mut given = Vec::new();
    for contact in contacts {
        let first = contact.first_name.as_deref()?;
        let in_order = contact.name.ends_with(family) && !contact.name.starts_with(family);
        if contact.last_name.as_deref() != Some(family) || !in_order {
            return None;
        }
        given.push(first);
    }
    let last = given.pop()?;
    Some(format!("{} & {last} {family}", given.join(", ")))
}

fn many(contacts: &[&Contact]) -> String {
    let mut families: Vec<&str> = Vec::new();
    for contact in contacts {
        let family = contact.last_name.as_deref().unwrap_or(&contact.name);
        if !families.contains(&family) {
            families.push(family);
        }
    }
    families.join(" / ")
}

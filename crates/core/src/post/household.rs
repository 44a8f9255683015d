//! How those who live together are written to by one letter.

use super::recipients::Person;

/// More names than this don't go on a label.
const NAMED: usize = 3;

/// `Ada & Ben Reed`; `Ada Reed, Cy Okafor`; for many, their family names: `Reed / Okafor`.
pub(super) fn name(people: &[Person]) -> String {
    let [first, others @ ..] = people else {
        return String::new();
    };
    if others.is_empty() {
        return first.name.clone();
    }
    if people.len() > NAMED {
        return many(people);
    }
    together(people).unwrap_or_else(|| {
        let names: Vec<&str> = people.iter().map(|p| p.name.as_str()).collect();
        names.join(", ")
    })
}

/// Those of one family name that stands last, as in most languages.
fn together(people: &[Person]) -> Option<String> {
    let family = people[0].last_name.as_deref()?;
    let mut given = Vec::new();
    for person in people {
        let first = person.first_name.as_deref()?;
        let in_order = person.name.ends_with(family) && !person.name.starts_with(family);
        if person.last_name.as_deref() != Some(family) || !in_order {
            return None;
        }
        given.push(first);
    }
    let last = given.pop()?;
    Some(format!("{} & {last} {family}", given.join(", ")))
}

fn many(people: &[Person]) -> String {
    let mut families: Vec<&str> = Vec::new();
    for person in people {
        let family = person.last_name.as_deref().unwrap_or(&person.name);
        if !families.contains(&family) {
            families.push(family);
        }
    }
    families.join(" / ")
}

//! A card as a row of a table: which columns there are, what they are called, and what a card has in each.
//!
//! The columns are called as Roster's own exports call them, so that the import knows them for certain and a file of
//! rejected rows reads like any spreadsheet. Several values of a column stand one to a line in the cell. What has no
//! column of its own has one under the name of its property.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use super::dates;
use super::escape;
use super::exact;
use super::model::{Card, Other, Point, PostalAddress};
use super::property::Value;
use crate::cell::size;

/// The column of photos; its cells hold their bytes.
pub(super) const PHOTO: &str = "Photo";

/// The columns in their order. Those after the dashes follow in the order in which the file has them.
const KNOWN: [&str; 51] = [
    "UID",
    "Prefix",
    "First name",
    "Middle name",
    "Last name",
    "Suffix",
    "Nickname",
    "Full name",
    "Organization",
    "Job title",
    "Department",
    "E-mail",
    "E-mail, work",
    "E-mail, home",
    "Phone",
    "Phone, mobile",
    "Phone, office",
    "Phone, home",
    "Phone, main",
    "Phone, SMS",
    "Fax",
    "Website",
    "Skype",
    "Facebook",
    "X",
    "LinkedIn",
    "Instagram",
    "Street",
    "Street, line 2",
    "City",
    "Region",
    "Postcode",
    "Country",
    "Full address",
    "Street, work",
    "Street, line 2, work",
    "City, work",
    "Region, work",
    "Postcode, work",
    "Country, work",
    "Full address, work",
    "Street, home",
    "Street, line 2, home",
    "City, home",
    "Region, home",
    "Postcode, home",
    "Country, home",
    "Full address, home",
    "Groups",
    "Tags",
    PHOTO,
];

/// The three addresses that a row can hold, as places in [`KNOWN`].
const ADDRESSES: [(&str, usize); 3] = [("", 27), ("work", 34), ("home", 41)];

/// What an address is called in the owner's own words, which no address of a contact is.
const ADDRESS_LABEL: &str = "Label of an address";

/// What cards say of themselves rather than of a person.
const TECHNICAL: [&str; 10] = [
    "PRODID",
    "CLASS",
    "X-CLASS",
    "MAILER",
    "PROFILE",
    "CLIENTPIDMAP",
    "X-ABUID",
    "X-ABSHOWAS",
    "X-IMAGEHASH",
    "X-IMAGETYPE",
];

/// More columns than this are no table that a person could look through; what comes later shares one.
const MOST: usize = 300;
const SHARED: &str = "Other properties";

/// A value on its way to its column.
pub(super) type Named<'a> = (Cow<'a, str>, Cow<'a, str>);

/// What a card has, by column. The names of its groups come from outside: other cards list their members.
pub(super) fn cells<'a>(card: &'a Card, groups: &'a [String]) -> Vec<Named<'a>> {
    let mut cells: Vec<Named<'a>> = Vec::with_capacity(16);
    let mut add = |column: &'static str, value: &'a Option<String>| {
        if let Some(value) = value {
            cells.push((column.into(), value.as_str().into()));
        }
    };
    add("UID", &card.uid);
    for (column, text) in card.texts() {
        add(column, text);
    }
    if let Some(name) = card
        .full_name
        .as_deref()
        .filter(|name| says_more(name, card))
    {
        cells.push(("Full name".into(), name.into()));
    }
    let points = card.emails.iter().map(|p| (email_column(p), p));
    let points = points.chain(card.phones.iter().map(|p| (phone_column(p), p)));
    let points = points.chain(card.websites.iter().map(|p| ("Website", p)));
    for (column, point) in points {
        cells.push((column.into(), point.value.as_str().into()));
        cells.extend(point_label(column, point));
    }
    cells.extend(card.accounts.iter().map(account));
    addresses(card, &mut cells);
    let groups = groups.iter().chain(&card.categories);
    cells.extend(groups.map(|group| ("Groups".into(), quoted(group))));
    if let Some(photo) = &card.photo {
        cells.push((PHOTO.into(), size(photo.bytes.len()).into()));
    }
    let others = card
        .others
        .iter()
        .filter(|o| !TECHNICAL.contains(&o.property.name.as_str()))
        .filter(|o| o.property.name != exact::PROPERTY);
    let (ties, others): (Vec<&Other>, Vec<&Other>) = others.partition(|o| is_tie(o));
    further_ties(&ties, &mut cells);
    cells.extend(others.into_iter().map(other));
    for own in card
        .others
        .iter()
        .filter(|o| o.property.name == exact::PROPERTY)
    {
        let (column, value) = other(own);
        cells.retain(|(held, _)| *held != column);
        cells.push((column, value));
    }
    cells
}

/// Whether the full name is more than the parts put together, in whatever order. Where there are none, the organization or a
/// point stands for it: every card has to have a name.
pub(super) fn says_more(full: &str, card: &Card) -> bool {
    let parts = [
        &card.prefix,
        &card.first_name,
        &card.middle_name,
        &card.last_name,
        &card.suffix,
    ];
    let parts = parts.into_iter().flatten().map(String::as_str);
    if parts.clone().next().is_none() {
        let points = card.emails.iter().chain(&card.phones).map(|p| &p.value);
        let mut others = card.organization.iter().chain(points);
        return !others.any(|other| other == full);
    }
    let letters = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    let mut words: Vec<String> = full
        .split([' ', ','])
        .map(letters)
        .filter(|w| !w.is_empty())
        .collect();
    let mut known: Vec<String> = parts
        .flat_map(|part| part.split([' ', ',']))
        .map(letters)
        .filter(|w| !w.is_empty())
        .collect();
    words.sort_unstable();
    known.sort_unstable();
    // In East Asian names nothing may stand between the parts.
    let eastern = full.chars().any(|c| c >= '\u{2E80}');
    words != known && !(eastern && letters_of(&words) == letters_of(&known))
}

fn letters_of(words: &[String]) -> Vec<char> {
    let mut letters: Vec<char> = words.iter().flat_map(|word| word.chars()).collect();
    letters.sort_unstable();
    letters
}

fn email_column(point: &Point) -> &'static str {
    match (point.is("work"), point.is("home")) {
        (true, false) => "E-mail, work",
        (false, true) => "E-mail, home",
        (false, false) if point.is("other") => "E-mail, other",
        _ => "E-mail",
    }
}

fn phone_column(point: &Point) -> &'static str {
    let order = [
        ("fax", "Fax"),
        ("pager", "Pager"),
        ("cell", "Phone, mobile"),
        ("mobile", "Phone, mobile"),
        ("iphone", "Phone, mobile"),
        ("main", "Phone, main"),
        ("work", "Phone, office"),
        ("home", "Phone, home"),
        ("text", "Phone, SMS"),
        ("other", "Phone, other"),
    ];
    let found = order.into_iter().find(|(kind, _)| point.is(kind));
    found.map_or("Phone", |(_, column)| column)
}

/// A label in the owner's own words, as Roster's own exports write it beside the columns of points.
fn point_label<'a>(column: &str, point: &'a Point) -> Option<Named<'a>> {
    let kind = match column {
        "Website" => "website",
        "Fax" => "fax",
        mail if mail.starts_with("E-mail") => "email",
        phone if phone.starts_with("Phone") => "phone",
        _ => return None,
    };
    let label = point.label.as_deref()?.to_lowercase();
    let line = exact::line(&[kind, &point.value, &label]);
    Some(("Contact point labels".into(), line.into()))
}

fn account(point: &Point) -> Named<'_> {
    let service = point.types.first().map_or("im", String::as_str);
    let column = match service {
        "skype" => "Skype".into(),
        "facebook" => "Facebook".into(),
        "x" => "X".into(),
        "linkedin" => "LinkedIn".into(),
        "instagram" => "Instagram".into(),
        "social" => "Social profile".into(),
        "whatsapp" => "Messaging, WhatsApp".into(),
        "telegram" => "Messaging, Telegram".into(),
        "signal" => "Messaging, Signal".into(),
        "im" => "Messaging".into(),
        other => Cow::Owned(format!("Messaging, {other}")),
    };
    (column, point.value.as_str().into())
}

/// The addresses in their places; one whose place is taken stands in the free one of none, or else among the further ones,
/// where one of Roster's own says that it belongs.
fn addresses<'a>(card: &'a Card, cells: &mut Vec<Named<'a>>) {
    let mut taken = [false; 3];
    for address in &card.addresses {
        let has = |kind: &str| address.types.iter().any(|t| t == kind);
        let wanted = match (has("work"), has("home")) {
            (true, false) => 1,
            (false, true) => 2,
            _ => 0,
        };
        let label = address.label.as_deref();
        let label = label.map(|label| (ADDRESS_LABEL.into(), label.into()));
        let free = [wanted, 0].into_iter().find(|place| !taken[*place]);
        let Some(place) = free.filter(|_| !has(exact::FURTHER)) else {
            cells.push(("Further addresses".into(), further(wanted, address).into()));
            cells.extend(label);
            continue;
        };
        taken[place] = true;
        cells.extend(label);
        let columns = &KNOWN[ADDRESSES[place].1..];
        let parts = address
            .parts()
            .into_iter()
            .zip(columns)
            .filter(|(part, _)| !part.is_empty());
        cells.extend(parts.map(|(part, column)| (Cow::Borrowed(*column), Cow::Borrowed(part))));
    }
}

/// As Roster's own exports write one of several addresses: its label and its parts.
fn further(place: usize, address: &PostalAddress) -> String {
    let label = ["physical", "work", "home"][place];
    let parts: Vec<&str> = [label].into_iter().chain(address.parts()).collect();
    exact::line(&parts)
}

/// A name in a list of names, as the import takes such a list apart.
fn quoted(name: &str) -> Cow<'_, str> {
    if name.contains([',', ';', '|', '\n']) {
        Cow::Owned(format!("\"{}\"", name.replace('"', "'").replace('\n', " ")))
    } else {
        name.into()
    }
}

/// So many organizations of a card have columns of their own.
const MOST_TIES: usize = 9;

fn is_tie(other: &Other) -> bool {
    other.about.is_none() && ["ORG", "TITLE"].contains(&other.property.name.as_str())
}

/// The organizations behind the first, and the titles there: cards list them in pairs.
fn further_ties<'a>(ties: &[&'a Other], cells: &mut Vec<Named<'a>>) {
    let of = |name: &str| {
        let ties = ties.iter().filter(|tie| tie.property.name == name);
        ties.copied().collect::<Vec<&Other>>()
    };
    let (organizations, titles) = (of("ORG"), of("TITLE"));
    for (at, tie) in organizations.iter().enumerate() {
        let nth = at + 2;
        if nth > MOST_TIES {
            cells.push(other(tie));
            continue;
        }
        let mut fields = escape::fields(tie.property.raw_text()).into_iter();
        let name = fields.next().unwrap_or_default();
        let units: Vec<String> = fields.filter(|unit| !unit.is_empty()).collect();
        let parts = [("Organization", name), ("Department", units.join(", "))];
        let parts = parts.into_iter().filter(|(_, text)| !text.is_empty());
        cells.extend(parts.map(|(what, text)| (format!("{what} {nth}").into(), text.into())));
    }
    for (at, title) in titles.iter().enumerate() {
        let nth = at + 2;
        match at < organizations.len() && nth <= MOST_TIES {
            true => cells.push((
                format!("Job title {nth}").into(),
                title.property.plain().into(),
            )),
            false => cells.push(other(title)),
        }
    }
}

fn other(other: &Other) -> Named<'_> {
    let property = &other.property;
    let column = match (&other.about, property.name.as_str()) {
        (Some(about), _) => about.as_str(),
        (None, "FN" | "N") => "Name, further",
        (None, "ORG") => "Organization, further",
        (None, "TITLE") => "Job title, further",
        (None, name) => name,
    };
    let value = match &property.value {
        Value::Text(_) if column == "Anniversary" => dates::day_of(property),
        Value::Text(raw) if property.name.starts_with("X-ROSTER-") => escape::unescaped(raw),
        Value::Text(_) => property.plain(),
        Value::Bytes(bytes) => size(bytes.len()),
    };
    (column.into(), value.into())
}

/// The columns of a file, as they are found.
#[derive(Debug, Default)]
pub(super) struct Columns {
    /// Places in [`KNOWN`].
    known: BTreeSet<usize>,
    further: Vec<String>,
    /// Where each column stands; until they are settled, which there are.
    places: HashMap<String, usize>,
}

impl Columns {
    pub fn see(&mut self, column: &str) {
        if self.places.contains_key(column) {
            return;
        }
        let known = KNOWN.iter().position(|known| *known == column);
        if let Some(at) = known {
            self.known.insert(at);
        } else if self.further.len() < MOST {
            self.further.push(column.to_owned());
        } else if self.further.len() == MOST {
            self.further.push(SHARED.to_owned());
        }
        if known.is_some() || self.further.len() <= MOST {
            self.places.insert(column.to_owned(), 0);
        }
    }

    /// The columns in their order; from here on they have places.
    pub fn settle(&mut self) -> Vec<String> {
        let known = self.known.iter().map(|at| KNOWN[*at].to_owned());
        let all: Vec<String> = known.chain(self.further.drain(..)).collect();
        self.places = all.iter().cloned().zip(0..).collect();
        all
    }

    /// Where a column stands.
    pub fn place(&self, column: &str) -> Option<usize> {
        self.places.get(column).copied()
    }

    /// The texts of a row.
    pub fn row(&self, cells: Vec<Named<'_>>) -> Vec<String> {
        let mut row = vec![String::new(); self.places.len()];
        for (column, value) in cells {
            let place = self.places.get(column.as_ref());
            let Some(cell) = place
                .or_else(|| self.places.get(SHARED))
                .and_then(|at| row.get_mut(*at))
            else {
                continue;
            };
            if !cell.is_empty() {
                cell.push('\n');
            }
            if place.is_none() {
                cell.push_str(&column);
                cell.push_str(": ");
            }
            cell.push_str(&value);
        }
        row
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_places_of_addresses_are_where_they_are_said_to_be() {
        for (place, first) in ADDRESSES {
            let street = if place.is_empty() {
                "Street".to_owned()
            } else {
                format!("Street, {place}")
            };
            assert_eq!(KNOWN[first], street);
            assert!(KNOWN[first + 6].starts_with("Full address"));
        }
    }

    #[test]
    fn a_full_name_that_says_nothing_new_is_left_out() {
        let card = |first: &str, last: &str| Card {
            prefix: Some("Dr.".into()),
            first_name: Some(first.into()),
            last_name: Some(last.into()),
            ..Card::default()
        };
        assert!(!says_more("Levi, Noa (Dr)", &card("Noa", "Levi")));
        assert!(says_more("Joe Due", &card("Noa", "Levi")));
        let mut eastern = card("ロイド", "安藤");
        eastern.prefix = None;
        assert!(!says_more("安藤 ロイド", &eastern));
        assert!(!says_more("安藤ロイド", &eastern));
        assert!(says_more("Noa", &Card::default()));
    }

    #[test]
    fn columns_beyond_the_most_share_one() {
        let mut columns = Columns::default();
        let names: Vec<String> = (0..MOST + 5).map(|n| format!("X-{n}")).collect();
        names.iter().for_each(|name| columns.see(name));
        columns.see("E-mail");
        let all = columns.settle();
        assert_eq!(
            (all.len(), all[0].as_str(), all[MOST + 1].as_str()),
            (MOST + 2, "E-mail", SHARED)
        );
        let row = columns.row(vec![
            ("X-301".into(), "a".into()),
            ("X-304".into(), "b".into()),
        ]);
        assert_eq!(row[MOST + 1], "X-301: a\nX-304: b");
    }
}

//! What a vCard would give back otherwise than it was given: a name with a comma, a note that begins with blanks, an
//! address of two lines. Such a value goes out once more where only Roster looks: of a point or an address in a parameter
//! of its property, of a single text in a property of our own under the name of its column. It wins when the card is read
//! back.

use super::columns::says_more;
use super::model::{Card, PostalAddress};
use super::property::{Property, Value};
use super::vcard::{VCard, Version};

/// The type of an address that is not the first of its label.
pub(super) const FURTHER: &str = "x-further";
/// The parameter of a point or an address.
const PARAM: &str = "X-ROSTER-VALUE";
/// The property of a single text.
pub(super) const PROPERTY: &str = "X-ROSTER-EXACT";

/// The value as it was given, where the property brings it along.
pub(super) fn value(property: &Property) -> Option<String> {
    property.param(PARAM).next().map(str::to_owned)
}

/// The address as it was given, where the property brings it along.
pub(super) fn address(property: &Property, types: Vec<String>) -> Option<PostalAddress> {
    let line = value(property)?;
    let mut lines = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(line.as_bytes());
    let parts = lines.records().next()?.ok()?;
    let part = |at: usize| parts.get(at).unwrap_or_default().to_owned();
    Some(PostalAddress {
        types,
        label: None,
        street: part(0),
        street2: part(1),
        city: part(2),
        region: part(3),
        postcode: part(4),
        country: part(5),
        full: part(6),
    })
}

/// The property of a point, with its value beside it where it would be read back otherwise.
pub(super) fn of_point(property: Property, value: &str, version: Version) -> Property {
    let card = read_back(vec![property.clone()], version);
    let lists = [&card.emails, &card.phones, &card.websites, &card.accounts];
    match lists.into_iter().flatten().next() {
        Some(point) if point.value == value => property,
        _ => property.with(PARAM, &[value]),
    }
}

/// The property of an address, with its parts beside it where it would be read back otherwise.
pub(super) fn of_address(
    property: Property,
    address: &PostalAddress,
    version: Version,
) -> Property {
    // What stands as a whole beside other addresses is taken for one of theirs.
    let card = match property.name.as_str() {
        "ADR" => read_back(vec![property.clone()], version),
        _ => Card::default(),
    };
    match card.addresses.first() {
        Some(read) if read.parts() == address.parts() => property,
        _ => property.with(PARAM, &[&line(&address.parts())]),
    }
}

/// Parts as a line of csv.
pub(super) fn line(parts: &[&str]) -> String {
    let mut line = csv::WriterBuilder::new()
        .terminator(csv::Terminator::Any(b'\n'))
        .from_writer(Vec::new());
    // Writing to memory can't fail.
    let _ = line.write_record(parts);
    let bytes = line.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).trim_end().to_owned()
}

/// The single texts of a card that would be read back otherwise, or not at all.
pub(super) fn texts(given: &Card, properties: &[Property], version: Version) -> Vec<Property> {
    let texts = properties
        .iter()
        .filter(|property| matches!(property.value, Value::Text(_)));
    let read = read_back(texts.cloned().collect(), version);
    let pairs = given.texts().into_iter().zip(read.texts());
    let changed = pairs.filter(|((_, given), (_, read))| given.is_some() && given != read);
    let changed = changed.filter_map(|((column, given), _)| Some((column, given.as_deref()?)));
    let full = given.full_name.as_deref();
    let hidden = full.filter(|full| !says_more(full, given));
    let hidden = hidden.map(|full| ("Full name", full));
    changed
        .chain(hidden)
        .map(|(column, text)| Property::text(PROPERTY, text).with("X-LABEL", &[column]))
        .collect()
}

fn read_back(properties: Vec<Property>, version: Version) -> Card {
    Card::from(VCard {
        version,
        properties,
    })
}

//! What a vCard says of a person, by the properties of RFC 6350 and those that phones and address books add.

use super::dates;
use super::escape;
use super::exact;
use super::labels::Labels;
use super::model::{Card, Other, Photo, Point, PostalAddress};
use super::property::{Property, Value};
use super::vcard::VCard;

impl From<VCard> for Card {
    fn from(vcard: VCard) -> Self {
        let labels = Labels::of(&vcard.properties);
        let mut card = Self::default();
        let mut letters = Vec::new();
        for property in vcard.properties {
            let has_letter = property.param("LABEL").next().is_some();
            if !property.is_empty() || has_letter {
                take(&mut card, &labels, property, &mut letters);
            }
        }
        for letter in letters {
            add_letter(&mut card, letter);
        }
        preferred_first(&mut card.emails);
        preferred_first(&mut card.phones);
        card
    }
}

fn take(card: &mut Card, labels: &Labels, property: Property, letters: &mut Vec<PostalAddress>) {
    match property.name.as_str() {
        "UID" => fill(
            &mut card.uid,
            without_urn(&property.plain()),
            property,
            &mut card.others,
        ),
        "KIND" | "X-ADDRESSBOOKSERVER-KIND" => {
            card.is_group = property.plain().eq_ignore_ascii_case("group");
            if !card.is_group {
                card.others.push(property.into());
            }
        }
        "MEMBER" | "X-ADDRESSBOOKSERVER-MEMBER" => card.members.push(property.plain()),
        "N" => name(card, property),
        "FN" => fill(
            &mut card.full_name,
            property.plain(),
            property,
            &mut card.others,
        ),
        "NICKNAME" => {
            let names = escape::list(property.raw_text(), ',').join(", ");
            fill(&mut card.nickname, names, property, &mut card.others);
        }
        "EMAIL" => email(card, labels, &property),
        "TEL" => phone(card, labels, &property),
        "URL" => card.websites.push(point(
            labels,
            &property,
            exact::value(&property).unwrap_or_else(|| property.plain()),
        )),
        "ADR" => address(card, labels, &property),
        "LABEL" if exact::value(&property).is_some() => address(card, labels, &property),
        "LABEL" => letters.push(PostalAddress {
            types: types(labels, &property),
            full: property.plain(),
            ..PostalAddress::default()
        }),
        "ORG" => organization(card, property),
        "TITLE" => fill(
            &mut card.job_title,
            property.plain(),
            property,
            &mut card.others,
        ),
        "BDAY" => {
            let day = dates::day_of(&property);
            fill(&mut card.birthday, day, property, &mut card.others);
        }
        "TZ" => fill(
            &mut card.time_zone,
            property.plain(),
            property,
            &mut card.others,
        ),
        "LANG" => fill(
            &mut card.language,
            property.plain(),
            property,
            &mut card.others,
        ),
        "NOTE" => add_line(&mut card.notes, &property.plain()),
        "PHOTO" => photo(card, property),
        "CATEGORIES" => card
            .categories
            .extend(escape::list(property.raw_text(), ',')),
        "REV" => fill(
            &mut card.revision,
            property.plain(),
            property,
            &mut card.others,
        ),
        "X-ABLABEL" | "X-ABADR" => {}
        "X-ANDROID-CUSTOM" => android(card, property),
        _ => match account(&property) {
            Some(account) => card.accounts.push(account),
            None => card.others.push(labels.named(property)),
        },
    }
}

/// Takes the first value of a property; what comes after it is kept as it stood.
fn fill(place: &mut Option<String>, value: String, property: Property, others: &mut Vec<Other>) {
    if value.is_empty() {
        return;
    }
    match place {
        None => *place = Some(value),
        Some(known) if *known == value => {}
        Some(_) => others.push(property.into()),
    }
}

pub(super) fn add_line(place: &mut Option<String>, line: &str) {
    match place {
        Some(text) if !line.is_empty() => {
            text.push('\n');
            text.push_str(line);
        }
        None if !line.is_empty() => *place = Some(line.to_owned()),
        _ => {}
    }
}

fn without_urn(uid: &str) -> String {
    match uid.get(..9) {
        Some(start) if start.eq_ignore_ascii_case("urn:uuid:") => uid[9..].to_owned(),
        _ => uid.to_owned(),
    }
}

/// `last;first;middle;prefix;suffix`. Several names in a field stand with a comma and no blank between them.
fn name(card: &mut Card, property: Property) {
    let known = [&card.last_name, &card.first_name, &card.middle_name];
    if known.iter().any(|part| part.is_some()) {
        return card.others.push(property.into());
    }
    let mut fields = escape::fields(property.raw_text()).into_iter();
    let mut next = |between: &str| {
        let field = fields.next().unwrap_or_default();
        let names: Vec<&str> = field
            .split(',')
            .map(str::trim)
            .filter(|n| !n.is_empty())
            .collect();
        (!names.is_empty()).then(|| names.join(between))
    };
    card.last_name = next(", ");
    card.first_name = next(" ");
    card.middle_name = next(" ");
    card.prefix = next(" ");
    card.suffix = next(", ");
}

fn types(labels: &Labels, property: &Property) -> Vec<String> {
    let mut types = property.types();
    if property.param("PREF").next().is_some() && !types.iter().any(|t| t == "pref") {
        types.push("pref".into());
    }
    types.extend(labels.of_property(property).and_then(type_of));
    types
}

/// The type that a label is another word for.
fn type_of(label: &str) -> Option<String> {
    let label = label.to_ascii_lowercase();
    match label.as_str() {
        "mobile" | "iphone" => Some("cell".to_owned()),
        "home" | "work" | "main" | "other" => Some(label),
        _ if label.contains("fax") => Some("fax".to_owned()),
        _ => None,
    }
}

/// A label that is no type, in the words of whoever keeps the address book. Apple calls every website a home page.
fn own_label(labels: &Labels, property: &Property) -> Option<String> {
    let label = labels.of_property(property)?;
    let says_more = type_of(label).is_none() && !label.eq_ignore_ascii_case("homepage");
    says_more.then(|| label.to_owned())
}

fn point(labels: &Labels, property: &Property, value: String) -> Point {
    Point {
        value,
        types: types(labels, property),
        label: own_label(labels, property),
    }
}

/// The address itself out of `mailto:` and `"Name" <address>`.
fn email(card: &mut Card, labels: &Labels, property: &Property) {
    if let Some(given) = exact::value(property) {
        return card.emails.push(point(labels, property, given));
    }
    let text = property.plain();
    let text = text.strip_prefix("mailto:").unwrap_or(&text);
    let inside = text
        .rsplit_once('<')
        .and_then(|(_, rest)| rest.split_once('>'));
    let address = inside.map_or(text, |(address, _)| address).trim();
    card.emails
        .push(point(labels, property, address.to_owned()));
}

fn phone(card: &mut Card, labels: &Labels, property: &Property) {
    if let Some(given) = exact::value(property) {
        return card.phones.push(point(labels, property, given));
    }
    let text = property.plain();
    if let Some(address) = text.strip_prefix("sip:") {
        return card.accounts.push(Point::new(address, &["sip"]));
    }
    let Some(number) = text.strip_prefix("tel:") else {
        return card.phones.push(point(labels, property, text));
    };
    let (number, rest) = number.split_once(';').unwrap_or((number, ""));
    let extension = rest.split(';').find_map(|part| part.strip_prefix("ext="));
    let value = match extension {
        Some(extension) => format!("{number} ext. {extension}"),
        None => number.to_owned(),
    };
    card.phones.push(point(labels, property, value));
}

/// `post box;second line;street;city;region;postcode;country`.
fn address(card: &mut Card, labels: &Labels, property: &Property) {
    let label = own_label(labels, property);
    if let Some(given) = exact::address(property, types(labels, property)) {
        return card.addresses.push(PostalAddress { label, ..given });
    }
    let mut fields = escape::split(property.raw_text(), ';')
        .into_iter()
        .map(|field| escape::list(field, ',').join(", "));
    let mut next = || fields.next().unwrap_or_default();
    let (post_box, second, street) = (next(), next(), next());
    let (first, further) = street.split_once('\n').unwrap_or((&street, ""));
    let beside: Vec<String> = [further.replace('\n', ", "), second, post_box]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let mut address = PostalAddress {
        types: types(labels, property),
        label,
        street: first.trim().to_owned(),
        street2: beside.join(", "),
        city: next(),
        region: next(),
        postcode: next(),
        country: next(),
        full: String::new(),
    };
    if address.street.is_empty() {
        std::mem::swap(&mut address.street, &mut address.street2);
    }
    if address.country.is_empty() {
        address.country = labels.country(property).unwrap_or_default();
    }
    if address.is_empty() {
        address.full = property.param("LABEL").collect::<Vec<_>>().join(", ");
    }
    if !address.is_empty() {
        card.addresses.push(address);
    }
}

/// The address as on a letter, which vCard 2.1 and 3.0 write beside its parts: it says nothing new then.
fn add_letter(card: &mut Card, letter: PostalAddress) {
    let place = |address: &PostalAddress| {
        ["home", "work"].map(|place| address.types.iter().any(|t| t == place))
    };
    if !card
        .addresses
        .iter()
        .any(|known| place(known) == place(&letter))
    {
        card.addresses.push(letter);
    }
}

/// `organization;unit;unit`.
fn organization(card: &mut Card, property: Property) {
    if card.organization.is_some() || card.department.is_some() {
        return card.others.push(property.into());
    }
    let mut fields = escape::fields(property.raw_text()).into_iter();
    card.organization = fields.next().filter(|name| !name.is_empty());
    let units: Vec<String> = fields.filter(|unit| !unit.is_empty()).collect();
    card.department = (!units.is_empty()).then(|| units.join(", "));
}

/// A picture elsewhere on the network stays an address.
fn photo(card: &mut Card, property: Property) {
    match property.value {
        Value::Bytes(bytes) if card.photo.is_none() => card.photo = Some(Photo { bytes }),
        _ => card.others.push(property.into()),
    }
}

/// Properties that name a service, and the service.
const SERVICES: [(&str, &str); 17] = [
    ("X-SKYPE", "skype"),
    ("X-SKYPE-USERNAME", "skype"),
    ("X-JABBER", "jabber"),
    ("X-MSN", "msn"),
    ("X-ICQ", "icq"),
    ("X-AIM", "aim"),
    ("X-YAHOO", "yahoo"),
    ("X-QQ", "qq"),
    ("X-GOOGLE-TALK", "google talk"),
    ("X-GTALK", "google talk"),
    ("X-SIP", "sip"),
    ("X-MS-IMADDRESS", "im"),
    ("X-KADDRESSBOOK-X-IMADDRESS", "im"),
    ("X-TWITTER", "x"),
    ("X-FACEBOOK", "facebook"),
    ("X-LINKEDIN", "linkedin"),
    ("X-INSTAGRAM", "instagram"),
];

fn account(property: &Property) -> Option<Point> {
    let value = property.plain();
    let known = SERVICES.iter().find(|(name, _)| *name == property.name);
    let service = match (known, property.name.as_str()) {
        (Some((_, service)), _) => (*service).to_owned(),
        (None, "X-SOCIALPROFILE" | "SOCIALPROFILE" | "IMPP") => service(property, &value)?,
        _ => return None,
    };
    let is_scheme = |scheme: &str, rest: &str| {
        (scheme == service || scheme == "x-apple") && !rest.starts_with("//")
    };
    let user = value
        .split_once(':')
        .filter(|(scheme, rest)| is_scheme(scheme, rest));
    let user = user.map_or(value.as_str(), |(_, user)| user);
    let service = match service.as_str() {
        "twitter" => "x",
        "xmpp" => "jabber",
        other => other,
    };
    let given = exact::value(property);
    Some(Point::new(given.as_deref().unwrap_or(user), &[service]))
}

/// The service of an IMPP or social profile: as a parameter says, else the address's scheme, else the type.
fn service(property: &Property, value: &str) -> Option<String> {
    let named = ["SERVICE-TYPE", "X-SERVICE-TYPE"]
        .into_iter()
        .find_map(|p| property.param(p).next());
    let scheme = value.split_once(':').map(|(scheme, _)| scheme);
    let by_scheme = scheme
        .filter(|s| property.name == "IMPP" && !s.starts_with("x-apple") && !s.starts_with("http"));
    let types = property.types();
    let by_type = types
        .iter()
        .map(String::as_str)
        .find(|t| !matches!(*t, "pref" | "home" | "work" | "personal" | "business"));
    named.or(by_scheme).or(by_type).map(str::to_ascii_lowercase)
}

/// What Android has no property for: `vnd.android.cursor.item/nickname;Noni;…`.
fn android(card: &mut Card, property: Property) {
    let fields = escape::fields(property.raw_text());
    let kind = fields
        .first()
        .and_then(|kind| kind.strip_prefix("vnd.android.cursor.item/"));
    match (kind, fields.get(1)) {
        (Some("nickname"), Some(name)) => {
            fill(&mut card.nickname, name.clone(), property, &mut card.others);
        }
        // Of a dated event, 1 is an anniversary.
        (Some("contact_event"), Some(day)) if fields.get(2).is_some_and(|t| t == "1") => {
            card.others.push(Other {
                about: Some("Anniversary".into()),
                property: Property::text("ANNIVERSARY", day),
            });
        }
        _ => card.others.push(property.into()),
    }
}

fn preferred_first(points: &mut [Point]) {
    points.sort_by_key(|point| !point.is("pref"));
}

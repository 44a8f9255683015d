//! A person as a vCard: the way back from [`Card`].

use super::escape;
use super::exact;
use super::model::{Card, Point, PostalAddress};
use super::print::subtype;
use super::property::{Property, Value};
use super::vcard::{VCard, Version};

impl Card {
    /// The card in a version's own ways; 2.1 is written as 3.0.
    pub fn to_vcard(&self, version: Version) -> VCard {
        let mut card = VCard::new(version);
        let properties = &mut card.properties;
        let mut text = |name: &str, value: &Option<String>| {
            properties.extend(value.as_deref().map(|value| Property::text(name, value)));
        };
        text("FN", &Some(self.name()));
        text("NICKNAME", &self.nickname);
        text("TITLE", &self.job_title);
        text("TZ", &self.time_zone);
        text("LANG", &self.language);
        text("NOTE", &self.notes);
        text("REV", &self.revision);
        let name = [
            &self.last_name,
            &self.first_name,
            &self.middle_name,
            &self.prefix,
            &self.suffix,
        ];
        properties.insert(
            0,
            Property::fields("N", &name.map(|part| part.as_deref().unwrap_or_default())),
        );
        properties.extend(self.organization());
        let exactly = |property: Property, p: &Point| exact::of_point(property, &p.value, version);
        properties.extend(self.emails.iter().map(|p| exactly(point("EMAIL", p), p)));
        properties.extend(self.phones.iter().map(|p| exactly(point("TEL", p), p)));
        properties.extend(self.websites.iter().map(|p| exactly(point("URL", p), p)));
        properties.extend(self.accounts.iter().map(|p| exactly(account(p), p)));
        let exactly = |a: &PostalAddress| exact::of_address(address(a, version), a, version);
        properties.extend(self.addresses.iter().map(exactly));
        properties.extend(self.birthday.as_deref().map(|day| birthday(day, version)));
        if !self.categories.is_empty() {
            let names: Vec<String> = self.categories.iter().map(|c| escape::escaped(c)).collect();
            properties.push(Property::raw("CATEGORIES", names.join(",")));
        }
        if let Some(photo) = &self.photo {
            properties.push(Property {
                value: Value::Bytes(photo.bytes.clone()),
                ..Property::text("PHOTO", "").with("TYPE", &[subtype(&photo.bytes)])
            });
        }
        properties.extend(self.uid.as_deref().map(|id| uid(id, version)));
        if self.is_group {
            properties.push(Property::text("KIND", "group"));
            properties.extend(self.members.iter().map(|m| Property::text("MEMBER", m)));
        }
        let texts = exact::texts(self, properties, version);
        properties.extend(texts);
        properties.extend(self.others.iter().map(|other| other.property.clone()));
        card
    }

    /// What a reader shows: every card has to have a name.
    fn name(&self) -> String {
        let parts = [
            &self.prefix,
            &self.first_name,
            &self.middle_name,
            &self.last_name,
            &self.suffix,
        ];
        let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        let point = || {
            self.emails
                .iter()
                .chain(&self.phones)
                .next()
                .map(|p| p.value.clone())
        };
        let composed = (!parts.is_empty()).then(|| parts.join(" "));
        let name = self.full_name.clone().or(composed);
        name.or_else(|| self.organization.clone())
            .or_else(point)
            .unwrap_or_default()
    }

    fn organization(&self) -> Option<Property> {
        let name = self.organization.as_deref().unwrap_or_default();
        match &self.department {
            Some(department) => Some(Property::fields("ORG", &[name, department])),
            None => self
                .organization
                .as_ref()
                .map(|name| Property::fields("ORG", &[name])),
        }
    }
}

fn point(name: &str, point: &Point) -> Property {
    let types: Vec<&str> = point.types.iter().map(String::as_str).collect();
    Property::text(name, &point.value).with("TYPE", &types)
}

fn account(point: &Point) -> Property {
    let value = &point.value;
    let service = point.types.first().map_or("im", String::as_str);
    match service {
        "x" => Property::text("X-SOCIALPROFILE", value).with("TYPE", &["twitter"]),
        "facebook" | "linkedin" | "instagram" => {
            Property::text("X-SOCIALPROFILE", value).with("TYPE", &[service])
        }
        "jabber" => Property::text("IMPP", &format!("xmpp:{value}")),
        "skype" | "sip" => {
            Property::text("IMPP", &format!("{service}:{value}")).with("X-SERVICE-TYPE", &[service])
        }
        other => {
            Property::text("IMPP", &format!("x-apple:{value}")).with("X-SERVICE-TYPE", &[other])
        }
    }
}

fn address(address: &PostalAddress, version: Version) -> Property {
    let types: Vec<&str> = address.types.iter().map(String::as_str).collect();
    let [street, street2, city, region, postcode, country, full] = address.parts();
    let fields = ["", street2, street, city, region, postcode, country];
    let only_whole = fields.iter().all(|field| field.is_empty());
    match (only_whole, version) {
        (true, Version::V40) => Property::fields("ADR", &fields)
            .with("TYPE", &types)
            .with("LABEL", &[full]),
        (true, _) => Property::text("LABEL", full).with("TYPE", &types),
        (false, _) => Property::fields("ADR", &fields).with("TYPE", &types),
    }
}

fn birthday(day: &str, version: Version) -> Property {
    let digits =
        |text: &str| text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    match (day.strip_prefix("--"), version) {
        (Some(month_day), Version::V40) => {
            Property::raw("BDAY", format!("--{}", month_day.replace('-', "")))
        }
        (Some(month_day), _) => {
            Property::raw("BDAY", format!("1604-{month_day}")).with("X-APPLE-OMIT-YEAR", &["1604"])
        }
        (None, Version::V40) if digits(day) => Property::raw("BDAY", day.replace('-', "")),
        (None, Version::V40) => Property::text("BDAY", day).with("VALUE", &["text"]),
        (None, _) => Property::text("BDAY", day),
    }
}

/// A UUID is an address of its own kind in 4.0.
fn uid(uid: &str, version: Version) -> Property {
    let is_uuid = uid.len() == 36 && uid.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-');
    match (is_uuid, version) {
        (true, Version::V40) => Property::text("UID", &format!("urn:uuid:{uid}")),
        _ => Property::text("UID", uid),
    }
}

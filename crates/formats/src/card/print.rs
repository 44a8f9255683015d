//! Cards as the text of vCard 3.0 and 4.0: folded at 75 octets between characters, pictures in base64, and what the
//! two versions write differently.

use std::fmt::Write;

use super::escape::careted;
use super::property::{Param, Property, Value};
use super::transfer;
use super::vcard::{VCard, Version};

const WIDTH: usize = 75;

/// The card in a version, 2.1 as 3.0.
pub(crate) fn print(card: &VCard, version: Version) -> String {
    let number = if version == Version::V40 {
        "4.0"
    } else {
        "3.0"
    };
    let mut text = format!("BEGIN:VCARD\r\nVERSION:{number}\r\n");
    for property in &card.properties {
        fold(&line(property, version), &mut text);
    }
    text.push_str("END:VCARD\r\n");
    text
}

fn line(property: &Property, version: Version) -> String {
    let mut line = String::new();
    if let Some(group) = &property.group {
        line.push_str(group);
        line.push('.');
    }
    line.push_str(name(&property.name, version));
    let mut params = preference(&property.params, version);
    match &property.value {
        Value::Text(text) => {
            params.iter().for_each(|param| push_param(&mut line, param));
            line.push(':');
            line.extend(text.chars().filter(|c| !c.is_control() || *c == '\t'));
        }
        Value::Bytes(bytes) => {
            let subtype = take_media_type(&mut params).unwrap_or_else(|| subtype(bytes).to_owned());
            if version != Version::V40 {
                params.push(param("ENCODING", "b"));
                params.push(param("TYPE", &subtype));
            }
            params.iter().for_each(|param| push_param(&mut line, param));
            line.push(':');
            if version == Version::V40 {
                let _ = write!(
                    line,
                    "data:{}/{};base64,",
                    family(&property.name),
                    subtype.to_lowercase()
                );
            }
            line.push_str(&transfer::to_base64(bytes));
        }
    }
    line
}

/// Groups came with 4.0; address books know them by other names in 3.0.
fn name(name: &str, version: Version) -> &str {
    match (name, version) {
        ("KIND", Version::V30 | Version::V21) => "X-ADDRESSBOOKSERVER-KIND",
        ("MEMBER", Version::V30 | Version::V21) => "X-ADDRESSBOOKSERVER-MEMBER",
        ("X-ADDRESSBOOKSERVER-KIND", Version::V40) => "KIND",
        ("X-ADDRESSBOOKSERVER-MEMBER", Version::V40) => "MEMBER",
        (name, _) => name,
    }
}

/// The preferred one of several is a type in 3.0 and a number in 4.0.
fn preference(params: &[Param], version: Version) -> Vec<Param> {
    let mut written = Vec::with_capacity(params.len() + 2);
    let mut preferred = false;
    for param in params {
        let mut param = param.clone();
        if version == Version::V40 && param.name == "TYPE" {
            let all = param.values.len();
            param
                .values
                .retain(|value| !value.eq_ignore_ascii_case("pref"));
            preferred |= param.values.len() < all;
        } else if version != Version::V40 && param.name == "PREF" {
            preferred = true;
            continue;
        }
        written.push(param);
    }
    if preferred && version == Version::V40 && written.iter().all(|p| p.name != "PREF") {
        written.push(param("PREF", "1"));
    } else if preferred && version != Version::V40 && !says_preferred(&written) {
        written.push(param("TYPE", "pref"));
    }
    written.retain(|param| !param.values.is_empty());
    written
}

fn says_preferred(params: &[Param]) -> bool {
    let types = params.iter().filter(|p| p.name == "TYPE");
    types
        .flat_map(|p| &p.values)
        .any(|value| value.eq_ignore_ascii_case("pref"))
}

fn param(name: &str, value: &str) -> Param {
    Param {
        name: name.to_owned(),
        values: vec![value.to_owned()],
    }
}

fn push_param(line: &mut String, param: &Param) {
    let values: Vec<String> = param.values.iter().map(|value| careted(value)).collect();
    let _ = write!(line, ";{}={}", param.name, values.join(","));
}

/// The type of the picture or sound among the types, which may say where it belongs as well.
fn take_media_type(params: &mut Vec<Param>) -> Option<String> {
    let is_place = |value: &str| {
        ["home", "work", "pref"]
            .iter()
            .any(|place| value.eq_ignore_ascii_case(place))
    };
    let mut found = None;
    for param in params
        .iter_mut()
        .filter(|p| p.name == "TYPE" || p.name == "MEDIATYPE")
    {
        let at = param.values.iter().position(|value| !is_place(value));
        if let (Some(at), None) = (at, &found) {
            let value = param.values.remove(at);
            found = Some(value.rsplit('/').next().unwrap_or_default().to_owned());
        }
    }
    params.retain(|param| !param.values.is_empty());
    let safe = |text: &String| {
        !text.is_empty()
            && text
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    };
    found.filter(safe)
}

/// What a picture is, by its first bytes.
pub(super) fn subtype(bytes: &[u8]) -> &'static str {
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => "PNG",
        [b'G', b'I', b'F', b'8', ..] => "GIF",
        [b'B', b'M', ..] => "BMP",
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => "WEBP",
        _ => "JPEG",
    }
}

fn family(name: &str) -> &'static str {
    match name {
        "SOUND" => "audio",
        "PHOTO" | "LOGO" => "image",
        _ => "application",
    }
}

/// Lines of 75 octets; those that go on begin with a blank. No character is cut in two.
fn fold(line: &str, text: &mut String) {
    let (mut start, mut room) = (0, WIDTH);
    while line.len() - start > room {
        let end = line.floor_char_boundary(start + room);
        text.push_str(&line[start..end]);
        text.push_str("\r\n ");
        start = end;
        room = WIDTH - 1;
    }
    text.push_str(&line[start..]);
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(property: Property, version: Version) -> String {
        let card = VCard {
            version,
            properties: vec![property],
        };
        let text = print(&card, version);
        text.lines().nth(2).unwrap().to_owned()
    }

    #[test]
    fn lines_are_folded_between_characters() {
        let mut text = String::new();
        fold(&format!("NOTE:{}", "שלום ".repeat(40)), &mut text);
        assert!(text.lines().all(|line| line.len() <= WIDTH));
        assert!(text.lines().skip(1).all(|line| line.starts_with(' ')));
        assert_eq!(
            text.replace("\r\n ", ""),
            format!("NOTE:{}\r\n", "שלום ".repeat(40))
        );
        let mut text = String::new();
        fold(&"a".repeat(75), &mut text);
        assert_eq!(text.len(), 77);
    }

    #[test]
    fn each_version_has_its_own_ways() {
        let phone = || Property::text("TEL", "1").with("TYPE", &["cell", "pref"]);
        assert_eq!(printed(phone(), Version::V30), "TEL;TYPE=cell,pref:1");
        assert_eq!(printed(phone(), Version::V40), "TEL;TYPE=cell;PREF=1:1");
        let preferred = Property::text("TEL", "1").with("PREF", &["1"]);
        assert_eq!(printed(preferred, Version::V30), "TEL;TYPE=pref:1");
        let kind = Property::text("KIND", "group");
        assert_eq!(
            printed(kind, Version::V30),
            "X-ADDRESSBOOKSERVER-KIND:group"
        );
        let photo = || Property {
            value: Value::Bytes(b"\x89PNG".to_vec()),
            ..Property::text("PHOTO", "")
        };
        assert_eq!(
            printed(photo(), Version::V30),
            "PHOTO;ENCODING=b;TYPE=PNG:iVBORw=="
        );
        assert_eq!(
            printed(photo(), Version::V40),
            "PHOTO:data:image/png;base64,iVBORw=="
        );
    }

    #[test]
    fn a_value_breaks_out_of_nothing() {
        let evil = Property::text("NOTE", "a\r\nEND:VCARD\u{0}").with("X-A", &["b\":c\nd"]);
        assert_eq!(
            printed(evil, Version::V30),
            "NOTE;X-A=\"b^':c^nd\":a\\nEND:VCARD"
        );
    }
}

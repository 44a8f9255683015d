//! LDIF (RFC 2849) as address books export it: entries of `attribute: value`, base64 after two colons, lines that go on
//! with a blank, comments.
//!
//! A file of changes rather than of entries is refused, and no file that a value points to (`:<`) is ever opened.

use std::io::{self, Read};

use super::charset::{Charset, Survey};
use super::lines::{LONGEST, Lines, too_long};
use super::model::{Card, Photo, Point, PostalAddress};
use super::person::add_line;
use super::property::Property;
use super::transfer;

/// The file tells how a directory is to be changed.
#[derive(Debug, thiserror::Error)]
#[error("an LDIF file of changes")]
pub(super) struct OfChanges;

/// Values of one entry: a photo and some text, or a group of many members.
const MOST_HELD: usize = 64 << 20;

pub(super) struct Entries<R> {
    lines: Lines<R>,
    charset: Charset,
    pub survey: Option<Survey>,
}

/// An attribute in lower case without its options, and its value.
type Attribute = (String, Vec<u8>);

impl<R: Read> Entries<R> {
    pub fn new(input: R, charset: Charset) -> Self {
        Self {
            lines: Lines::new(input),
            charset,
            survey: None,
        }
    }

    /// The next entry that is somebody or a group; what only gives a directory its shape is passed over.
    pub fn next_card(&mut self) -> io::Result<Option<Card>> {
        while let Some(attributes) = self.entry()? {
            let mut entry = Entry::default();
            for (name, value) in attributes {
                self.attribute(&mut entry, &name, value);
            }
            if let Some(card) = entry.finish() {
                return Ok(Some(card));
            }
        }
        Ok(None)
    }

    fn attribute(&mut self, entry: &mut Entry, name: &str, value: Vec<u8>) {
        if matches!(name, "jpegphoto" | "thumbnailphoto" | "photo") && !value.is_ascii() {
            entry.card.photo.get_or_insert(Photo { bytes: value });
            return;
        }
        if let Some(survey) = &mut self.survey {
            survey.see(&value, None);
        }
        let text = self.charset.decode(&value, None);
        let text = text.trim();
        if !text.is_empty() {
            entry.take(name, text);
        }
    }

    /// The attributes of the next entry that has any.
    fn entry(&mut self) -> io::Result<Option<Vec<Attribute>>> {
        let mut attributes = Vec::new();
        let mut held = 0;
        while let Some(line) = self.logical_line()? {
            let ends = line.is_empty();
            if let Some((name, value)) = attribute(&line) {
                if name == "changetype" && !value.eq_ignore_ascii_case(b"add") {
                    return Err(io::Error::other(OfChanges));
                }
                // Text is taken apart further on; a photo is not.
                held += if value.is_ascii() {
                    8 * value.len()
                } else {
                    value.len()
                } + 64;
                attributes.push((name, value));
            }
            if held > MOST_HELD {
                return Err(too_long("a single entry in it is larger than 64 MB"));
            }
            let only_version = attributes.iter().all(|(name, _)| name == "version");
            if ends && !only_version {
                break;
            }
        }
        attributes.retain(|(name, _)| name != "version");
        Ok((!attributes.is_empty()).then_some(attributes))
    }

    /// A line with those that go on with it; comments are passed over, a blank line is an empty one.
    fn logical_line(&mut self) -> io::Result<Option<Vec<u8>>> {
        while let Some(mut line) = self.lines.take()? {
            while let Some(next) = self.lines.peek()?.filter(|next| next.starts_with(b" ")) {
                if line.len() + next.len() > LONGEST {
                    return Err(too_long("it has a value of more than 32 MB"));
                }
                line.extend_from_slice(&next[1..]);
                self.lines.take()?;
            }
            if !line.starts_with(b"#") {
                let start = if line.starts_with(b"\xEF\xBB\xBF") {
                    3
                } else {
                    0
                };
                return Ok(Some(line[start..].trim_ascii_end().to_vec()));
            }
        }
        Ok(None)
    }
}

fn attribute(line: &[u8]) -> Option<Attribute> {
    let colon = memchr::memchr(b':', line)?;
    let name = std::str::from_utf8(&line[..colon]).ok()?;
    let name = name.split(';').next()?.trim().to_ascii_lowercase();
    let value = &line[colon + 1..];
    let value = match value.strip_prefix(b":") {
        Some(packed) => transfer::base64(packed).unwrap_or_else(|| packed.trim_ascii().to_vec()),
        None => value.trim_ascii().to_vec(),
    };
    (!name.is_empty()).then_some((name, value))
}

/// An entry on its way to a card.
#[derive(Default)]
struct Entry {
    card: Card,
    common_name: Option<String>,
    work: PostalAddress,
    home: PostalAddress,
    birth: [Option<String>; 3],
    is_shape: bool,
}

impl Entry {
    fn take(&mut self, name: &str, text: &str) {
        let card = &mut self.card;
        let mut phone = |kind: &[&str]| card.phones.push(Point::new(text, kind));
        match name {
            "objectclass" => self.class(text),
            "mail" | "email" | "rfc822mailbox" | "mozillasecondemail" | "xmozillasecondemail" => {
                card.emails.push(Point::new(text, &[]));
            }
            "telephonenumber" | "workphone" => phone(&["work"]),
            "homephone" | "hometelephonenumber" => phone(&["home"]),
            "mobile" | "cellphone" | "mobiletelephonenumber" => phone(&["cell"]),
            "carphone" | "otherphone" => phone(&[]),
            "facsimiletelephonenumber" | "fax" => phone(&["fax"]),
            "pager" | "pagerphone" | "pagertelephonenumber" => phone(&["pager"]),
            "mozillaworkurl" | "workurl" | "labeleduri" | "url" | "mozillahomeurl" | "homeurl" => {
                card.websites.push(Point::new(text, &[]));
            }
            "nsaimid" | "nscpaimscreenname" | "mozilla_aimscreenname" => {
                card.accounts.push(Point::new(text, &["aim"]));
            }
            "description" | "notes" | "comment" => add_line(&mut card.notes, text),
            "member" | "uniquemember" => card.members.push(text.to_owned()),
            "changetype" | "mozillausehtmlmail" | "xmozillausehtmlmail" | "userpassword" => {}
            _ => self.field(name, text),
        }
    }

    /// Keeps the first value of a field; a second one has no place but its attribute's own.
    fn field(&mut self, name: &str, text: &str) {
        let is_kept = if let Some(single) = self.single(name) {
            single.get_or_insert_with(|| text.to_owned()) == text
        } else if let Some(part) = self.place(name) {
            // Lines of a postal address stand between dollar signs (RFC 4517, 3.3.28).
            let lines = text
                .split('$')
                .map(str::trim)
                .collect::<Vec<_>>()
                .join(", ");
            if part.is_empty() {
                part.clone_from(&lines);
            }
            *part == lines
        } else {
            false
        };
        if !is_kept {
            self.card
                .others
                .push(Property::text(&other_name(name), text).into());
        }
    }

    fn single(&mut self, name: &str) -> Option<&mut Option<String>> {
        let card = &mut self.card;
        Some(match name {
            "dn" => &mut card.dn,
            "cn" | "commonname" => &mut self.common_name,
            "displayname" => &mut card.full_name,
            "givenname" => &mut card.first_name,
            "sn" | "surname" => &mut card.last_name,
            "personaltitle" | "honorificprefix" => &mut card.prefix,
            "generationqualifier" => &mut card.suffix,
            "mozillanickname" | "xmozillanickname" => &mut card.nickname,
            "entryuuid" | "objectguid" => &mut card.uid,
            "title" => &mut card.job_title,
            "o" | "company" | "organizationname" => &mut card.organization,
            "ou" | "department" | "departmentnumber" | "orgunit" => &mut card.department,
            "preferredlanguage" => &mut card.language,
            "birthyear" | "mozillabirthyear" => &mut self.birth[0],
            "birthmonth" => &mut self.birth[1],
            "birthday" => &mut self.birth[2],
            "modifytimestamp" => &mut card.revision,
            _ => return None,
        })
    }

    fn place(&mut self, name: &str) -> Option<&mut String> {
        let (work, home) = (&mut self.work, &mut self.home);
        Some(match name {
            "street" | "streetaddress" | "postaladdress" | "mozillapostaladdress" => {
                &mut work.street
            }
            "mozillaworkstreet2" | "mozillapostaladdress2" | "postofficebox" => &mut work.street2,
            "l" | "locality" | "localityname" => &mut work.city,
            "st" | "region" | "stateorprovincename" => &mut work.region,
            "postalcode" | "zip" => &mut work.postcode,
            "c" | "co" | "countryname" | "friendlycountryname" => &mut work.country,
            "mozillahomestreet" | "homepostaladdress" | "mozillahomepostaladdress" => {
                &mut home.street
            }
            "mozillahomestreet2" | "mozillahomepostaladdress2" => &mut home.street2,
            "mozillahomelocalityname" => &mut home.city,
            "mozillahomestate" => &mut home.region,
            "mozillahomepostalcode" => &mut home.postcode,
            "mozillahomecountryname" => &mut home.country,
            _ => return None,
        })
    }

    fn class(&mut self, class: &str) {
        let class = class.to_ascii_lowercase();
        self.card.is_group |= class.starts_with("groupof") || class == "mozillagroup";
        self.is_shape |= matches!(
            class.as_str(),
            "organizationalunit" | "dcobject" | "organization" | "domain"
        );
    }

    fn finish(mut self) -> Option<Card> {
        let mut card = self.card;
        for (mut address, place) in [(self.work, "work"), (self.home, "home")] {
            if !address.is_empty() {
                address.types = vec![place.into()];
                card.addresses.push(address);
            }
        }
        card.birthday = birthday(&self.birth);
        let common_name = self.common_name.take();
        card.full_name = card.full_name.or(common_name);
        let is_somebody =
            card.last_name.is_some() || !card.emails.is_empty() || !card.phones.is_empty();
        (card.is_group || is_somebody || (!self.is_shape && card.full_name.is_some()))
            .then_some(card)
    }
}

/// Attributes that no field holds keep a name that no property of vCard has.
fn other_name(attribute: &str) -> String {
    match attribute
        .strip_prefix("mozillacustom")
        .or(attribute.strip_prefix("custom"))
    {
        Some(number) => format!("X-CUSTOM{number}"),
        None => format!("X-{}", attribute.to_ascii_uppercase()),
    }
}

fn birthday([year, month, day]: &[Option<String>; 3]) -> Option<String> {
    let number = |part: &Option<String>| part.as_deref().and_then(|p| p.trim().parse::<u32>().ok());
    match (number(year), number(month), number(day)) {
        (Some(year), Some(month), Some(day)) => Some(format!("{year:04}-{month:02}-{day:02}")),
        (None, Some(month), Some(day)) => Some(format!("--{month:02}-{day:02}")),
        _ => {
            let typed: Vec<&str> = [year, month, day]
                .into_iter()
                .flatten()
                .map(String::as_str)
                .collect();
            (!typed.is_empty()).then(|| typed.join("-"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Card> {
        let mut entries = Entries::new(text.as_bytes(), Charset::default());
        let mut cards = Vec::new();
        while let Some(card) = entries.next_card().unwrap() {
            cards.push(card);
        }
        cards
    }

    const THUNDERBIRD: &str = "version: 1\n\n# An export\ndn: cn=Noa Levi,mail=noa@levi.example\n\
        objectclass: top\nobjectclass: person\nobjectclass: mozillaAbPersonAlpha\n\
        givenName: Noa\nsn:: 15zXldeZ\ncn: Noa Levi\nmail: noa@levi.example\nmail: n@two.example\n\
        mozillaSecondEmail: three@example.com\nhomePhone: 02-1234\n 567\nmobile: 050\n\
        mozillaHomeStreet: 5 Main St\nmozillaHomeLocalityName: Jerusalem\nl: Haifa\nou: Sales\no: Acme\n\
        birthyear: 1985\nbirthmonth: 3\nbirthday: 9\nmozillaCustom1: shoe\nmodifytimestamp: 0Z\nmozillaUseHtmlMail: TRUE\n\n\
        dn: cn=Board\nobjectclass: groupOfNames\ncn: Board\nmember: cn=Noa Levi,mail=noa@levi.example\n\n\
        dn: ou=people,dc=x\nobjectclass: organizationalUnit\nou: people\n";

    #[test]
    fn an_address_book_of_thunderbird_is_understood() {
        let cards = read(THUNDERBIRD);
        assert_eq!(cards.len(), 2);
        let noa = &cards[0];
        assert_eq!(noa.last_name.as_deref(), Some("לוי"));
        let emails: Vec<&str> = noa.emails.iter().map(|e| e.value.as_str()).collect();
        assert_eq!(
            emails,
            ["noa@levi.example", "n@two.example", "three@example.com"]
        );
        assert_eq!(noa.phones[0], Point::new("02-1234567", &["home"]));
        assert_eq!(noa.addresses.len(), 2);
        assert_eq!(noa.addresses[1].city, "Jerusalem");
        assert_eq!(noa.birthday.as_deref(), Some("1985-03-09"));
        assert_eq!(noa.others[0].property.name, "X-CUSTOM1");
        assert_eq!(noa.others.len(), 1);
        assert!(cards[1].is_group);
        assert_eq!(cards[1].members, ["cn=Noa Levi,mail=noa@levi.example"]);
    }

    #[test]
    fn a_file_of_changes_is_refused() {
        let text = "version: 1\ndn: cn=A\nchangetype: delete\n";
        let error = Entries::new(text.as_bytes(), Charset::default())
            .next_card()
            .unwrap_err();
        assert!(error.get_ref().unwrap().is::<OfChanges>());
        assert_eq!(read("dn: cn=A\nchangetype: add\ncn: A\nsn: A\n").len(), 1);
    }

    #[test]
    fn bad_base64_and_addresses_of_files_are_only_text() {
        let cards = read("dn: cn=A\nsn: A\ndescription:: %%%\nx:< file:///etc/passwd\n");
        assert_eq!(cards[0].notes.as_deref(), Some("%%%"));
        assert_eq!(
            cards[0].others[0].property.raw_text(),
            "< file:///etc/passwd"
        );
    }
}

//! A card as what it says of a person, the same for vCard and LDIF. What has no place here is kept as it stood.

use super::property::Property;

/// One person, desk or group of a card file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Card {
    /// Without `urn:uuid:`.
    pub uid: Option<String>,
    /// What an LDIF file calls the entry.
    pub dn: Option<String>,
    /// A list of other cards rather than a person: KIND:group, groupOfNames.
    pub is_group: bool,
    /// Of a group: UIDs, `mailto:` addresses, DNs.
    pub members: Vec<String>,
    pub prefix: Option<String>,
    pub first_name: Option<String>,
    pub middle_name: Option<String>,
    pub last_name: Option<String>,
    pub suffix: Option<String>,
    pub full_name: Option<String>,
    pub nickname: Option<String>,
    /// The preferred one first.
    pub emails: Vec<Point>,
    pub phones: Vec<Point>,
    pub websites: Vec<Point>,
    /// Messaging and social networks; the first type is the service in lower case: `skype`, `facebook`.
    pub accounts: Vec<Point>,
    pub addresses: Vec<PostalAddress>,
    pub organization: Option<String>,
    pub department: Option<String>,
    pub job_title: Option<String>,
    /// `YYYY-MM-DD`, `--MM-DD` without a year, or as it stood.
    pub birthday: Option<String>,
    pub time_zone: Option<String>,
    pub language: Option<String>,
    pub notes: Option<String>,
    pub photo: Option<Photo>,
    pub categories: Vec<String>,
    /// When the card was last changed, as it stood.
    pub revision: Option<String>,
    /// Everything else.
    pub others: Vec<Other>,
}

impl Card {
    /// What stands once on a card, by its column.
    pub(super) fn texts(&self) -> [(&'static str, &Option<String>); 13] {
        [
            ("Prefix", &self.prefix),
            ("First name", &self.first_name),
            ("Middle name", &self.middle_name),
            ("Last name", &self.last_name),
            ("Suffix", &self.suffix),
            ("Nickname", &self.nickname),
            ("Organization", &self.organization),
            ("Job title", &self.job_title),
            ("Department", &self.department),
            ("Birthday", &self.birthday),
            ("Time zone", &self.time_zone),
            ("Language", &self.language),
            ("Notes", &self.notes),
        ]
    }
}

/// A property that no other field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    /// What it is about, where its name alone does not say it to a person: "Spouse", "Anniversary".
    pub about: Option<String>,
    pub property: Property,
}

impl From<Property> for Other {
    fn from(property: Property) -> Self {
        Self {
            about: None,
            property,
        }
    }
}

/// One way to reach somebody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Point {
    pub value: String,
    /// In lower case: `home`, `work`, `cell`, `fax`.
    pub types: Vec<String>,
    /// What it is called in the owner's own words, where no type says that.
    pub label: Option<String>,
}

impl Point {
    pub fn new(value: &str, types: &[&str]) -> Self {
        Self {
            value: value.to_owned(),
            types: types.iter().map(|t| (*t).to_owned()).collect(),
            label: None,
        }
    }

    pub fn is(&self, wanted: &str) -> bool {
        self.types.iter().any(|t| t == wanted)
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PostalAddress {
    /// In lower case: `home`, `work`; `x-further` where it is not the first of its kind.
    pub types: Vec<String>,
    /// What it is called in the owner's own words, where no type says that.
    pub label: Option<String>,
    pub street: String,
    pub street2: String,
    pub city: String,
    pub region: String,
    pub postcode: String,
    pub country: String,
    /// The address as it is written on a letter, where only that is known.
    pub full: String,
}

impl PostalAddress {
    pub fn is_empty(&self) -> bool {
        self.parts().iter().all(|part| part.is_empty())
    }

    pub(super) fn parts(&self) -> [&str; 7] {
        [
            &self.street,
            &self.street2,
            &self.city,
            &self.region,
            &self.postcode,
            &self.country,
            &self.full,
        ]
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    pub bytes: Vec<u8>,
}

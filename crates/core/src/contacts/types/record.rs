//! Everything that one contact holds (CLI.md, "A contact").

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use crate::members::MemberSheet;

/// The state of a phone's or e-mail's normalized value (O1); for other kinds always `Active`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PointStatus {
    Active,
    OptedOut,
    /// Typed in a form that is no valid phone or e-mail: kept as typed, but nobody can be reached by it.
    Invalid,
}

/// One way to reach a contact.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Point {
    pub id: i64,
    /// `phone`, `email`, `fax`, `website`, `messaging` or `social`.
    pub kind: String,
    /// `mobile`, `office`, `work`, `home`, `skype`, `linkedin` … ; null where none was given.
    pub label: Option<String>,
    /// As typed.
    pub value: String,
    /// E.164 for phones and faxes, lower case with an IDNA domain for e-mails; null where it is not valid.
    pub normalized: Option<String>,
    pub status: PointStatus,
    pub primary: bool,
    /// Where it came from: `manual`, `import`.
    pub source: Option<String>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct Address {
    pub id: i64,
    /// `physical`, `mailing`, `billing`, `work`, `home` or `other`.
    pub label: String,
    pub street: Option<String>,
    pub street2: Option<String>,
    pub city: Option<String>,
    pub region: Option<String>,
    pub postcode: Option<String>,
    /// ISO 3166 alpha-2 where the country was recognised, else as typed.
    pub country: Option<String>,
    /// A whole address in one text, as it was imported.
    pub full_address: Option<String>,
    pub primary: bool,
    /// It follows this organization's primary address, whose parts it shows (R3).
    pub organization_id: Option<i64>,
    /// That organization's name.
    pub organization: Option<String>,
}

impl Address {
    /// One part by its field name (`street`, `city` …).
    pub(crate) fn part(&self, part: &str) -> Option<&str> {
        let value = match part {
            "street" => &self.street,
            "street2" => &self.street2,
            "city" => &self.city,
            "region" => &self.region,
            "postcode" => &self.postcode,
            "country" => &self.country,
            "full_address" => &self.full_address,
            _ => &None,
        };
        value.as_deref()
    }
}

/// The tie of a contact to an organization.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Affiliation {
    /// The organization's id.
    pub id: i64,
    pub affiliation_id: i64,
    pub kind: String,
    pub name: String,
    pub role: Option<String>,
    pub title: Option<String>,
    pub department: Option<String>,
    pub from: Option<String>,
    pub to: Option<String>,
    pub primary: bool,
}

impl Affiliation {
    /// One part by its name, as edits give it.
    pub(crate) fn part(&self, part: &str) -> Option<&str> {
        match part {
            "organization" => Some(&self.name),
            "kind" => Some(&self.kind),
            "role" => self.role.as_deref(),
            "title" => self.title.as_deref(),
            "department" => self.department.as_deref(),
            "from" => self.from.as_deref(),
            "to" => self.to.as_deref(),
            _ => None,
        }
    }
}

/// What a contact agreed to or refused for a purpose, with the proof (R10).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, sqlx::FromRow, TS)]
pub struct Consent {
    #[serde(skip)]
    pub contact_id: i64,
    pub purpose: String,
    /// `given`, `refused` or `withdrawn`.
    pub state: String,
    pub date: Option<String>,
    /// How it was given: a form, a call, a tick on the website.
    pub how: Option<String>,
    pub note: Option<String>,
}

/// Everything that a contact holds (CLI.md, "A contact").
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct Contact {
    pub id: i64,
    pub uid: String,
    /// The display name, made by the conventions of the script.
    pub name: String,
    pub prefix: Option<String>,
    pub first_name: Option<String>,
    pub middle_name: Option<String>,
    pub last_name: Option<String>,
    pub suffix: Option<String>,
    pub nickname: Option<String>,
    /// A name that came in one piece and was not split.
    pub full_name: Option<String>,
    /// Has at least one active phone or e-mail.
    pub active: bool,
    pub points: Vec<Point>,
    pub addresses: Vec<Address>,
    pub organizations: Vec<Affiliation>,
    /// Held without an organization; with one they stand on the affiliation.
    pub job_title: Option<String>,
    pub department: Option<String>,
    pub groups: Vec<String>,
    pub tags: Vec<String>,
    /// `category/stage`, such as `customer/active`.
    pub lifecycle: Option<String>,
    pub birthday: Option<String>,
    pub time_zone: Option<String>,
    pub language: Option<String>,
    pub notes: Option<String>,
    /// Where the contact came from, in the office's own words.
    pub source: Option<String>,
    pub do_not_contact: bool,
    pub deceased: bool,
    /// `email`, `phone`, `sms`, `messaging` or `post`.
    pub preferred_channel: Option<String>,
    /// `daily`, `weekly` or `monthly`.
    pub contact_frequency: Option<String>,
    /// What the contact wants to hear about, in the office's own words.
    pub content_topics: Vec<String>,
    pub consents: Vec<Consent>,
    /// The hash that `photo_get` takes.
    pub photo: Option<String>,
    /// Custom fields by code.
    #[ts(type = "Record<string, string>")]
    pub fields: Map<String, Value>,
    pub created: String,
    pub changed: String,
    pub created_batch: i64,
    /// When it was put aside (L6).
    pub archived: Option<String>,
    /// When it was put into the trash.
    pub deleted: Option<String>,
    /// What an export tells of a member; only an export asks for it.
    #[serde(skip)]
    #[ts(skip)]
    pub(crate) member: Option<Box<MemberSheet>>,
}

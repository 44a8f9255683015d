//! What a contact looks like from outside: the row of a list, the whole record, and the requests about them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use crate::organizations::OrganizationChoice;

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
#[derive(Debug, Clone, Serialize, TS)]
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
}

/// A phone or e-mail as a row of the grid shows it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PointCell {
    pub value: String,
    pub status: PointStatus,
}

/// What a contact holds in a column. Phones and e-mails have a status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Cell {
    pub text: String,
    pub status: Option<PointStatus>,
}

/// One row of the grid (L3).
#[derive(Debug, Clone, Serialize, TS)]
pub struct ContactRow {
    pub id: i64,
    pub name: String,
    pub organization: Option<String>,
    pub phone: Option<PointCell>,
    pub email: Option<PointCell>,
    pub groups: Vec<String>,
    pub created: String,
    /// When it was put into the trash.
    pub deleted: Option<String>,
    pub active: bool,
    /// What it holds in the other columns that were asked for, by their codes; empty ones are left out.
    pub cells: BTreeMap<String, Cell>,
}

/// By any field: a default one by its name, a custom one by its code.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct Sort {
    pub field: String,
    #[serde(default)]
    pub descending: bool,
}

impl Default for Sort {
    fn default() -> Self {
        Self {
            field: "name".into(),
            descending: false,
        }
    }
}

/// Where contacts are: in the lists, put aside (L6), or in the trash (L5).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    #[default]
    Lists,
    Archive,
    Trash,
}

/// Which contacts, in which order. All conditions hold together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct ContactsQuery {
    /// What was typed into the search: every word a prefix, order free, accents and case ignored (L2).
    #[serde(default)]
    pub search: String,
    /// Only members of this group.
    #[serde(default)]
    pub group: Option<i64>,
    /// Only contacts that this batch created.
    #[serde(default)]
    pub batch: Option<i64>,
    /// The text form of a filter; empty lets everything pass.
    #[serde(default)]
    pub filter: String,
    /// The lists unless told.
    #[serde(default)]
    #[ts(optional, as = "Option<Place>")]
    pub place: Place,
    #[serde(default)]
    pub sort: Sort,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct PageRequest {
    pub query: ContactsQuery,
    pub offset: u32,
    /// At most 1,000.
    pub limit: u32,
    /// Codes of fields that the rows carry beside those that every row has.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub columns: Vec<String>,
}

/// A stretch of the list. `generation` names the state of the workspace that the list was made from.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Page {
    pub total: u32,
    pub generation: i64,
    pub rows: Vec<ContactRow>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ById {
    pub id: i64,
}

/// Where a contact stands in a list, to keep it in view: its index or null.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PositionRequest {
    pub query: ContactsQuery,
    pub id: i64,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct Position {
    pub index: Option<u32>,
}

/// Chosen contacts: by id, or as ranges `[from, to)` of a list that must not have changed since.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Selection {
    Ids {
        ids: Vec<i64>,
    },
    Ranges {
        query: ContactsQuery,
        generation: i64,
        ranges: Vec<(u32, u32)>,
    },
}

/// One field given a value; an empty value clears it. Field names as in CLI.md.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FieldValue {
    pub field: String,
    pub value: String,
}

/// A new contact: scalar fields are set; `email`, `phone_mobile` and the like add a point; `groups` and `tags`
/// take names separated by commas.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ContactCreate {
    pub set: Vec<FieldValue>,
}

/// One change to a contact. Each names only what it changes, so that two people at one contact don't overwrite each
/// other's fields.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Edit {
    /// As in [`ContactCreate`].
    Set {
        field: String,
        value: String,
    },
    /// An edit of a value that was seen to be `was` (empty: nothing). Where it is another one by now, and not the new
    /// one already, the whole change is refused with the code `conflict`.
    Seen {
        was: String,
        edit: Box<Edit>,
    },
    /// A point of any kind and label.
    AddPoint {
        point_kind: String,
        label: Option<String>,
        value: String,
    },
    /// The new text of a point; empty removes the point.
    Point {
        point: i64,
        value: String,
    },
    PointLabel {
        point: i64,
        label: String,
    },
    /// Makes it the primary one of its kind.
    Primary {
        point: i64,
    },
    /// One more address, with its parts (`street`, `city` …).
    AddAddress {
        label: String,
        parts: Vec<FieldValue>,
    },
    /// One part (`street`, `city` …) of an address; the address goes when its last part is emptied. One that followed an
    /// organization becomes the contact's own.
    Address {
        address: i64,
        part: String,
        value: String,
    },
    AddressLabel {
        address: i64,
        label: String,
    },
    AddressPrimary {
        address: i64,
    },
    RemoveAddress {
        address: i64,
    },
    /// One more address that follows the primary one of an organization that the contact is tied to (R3).
    FollowAddress {
        organization: i64,
        label: String,
    },
    /// What an address that follows an organization says now becomes the contact's own.
    KeepAddress {
        address: i64,
    },
    /// One more tie to an organization.
    AddAffiliation {
        organization: OrganizationChoice,
    },
    /// Moves a tie to another organization.
    AffiliationOrganization {
        affiliation: i64,
        organization: OrganizationChoice,
    },
    /// One part of a tie: `role`, `title`, `department`, `from`, `to`.
    Affiliation {
        affiliation: i64,
        part: String,
        value: String,
    },
    AffiliationPrimary {
        affiliation: i64,
    },
    RemoveAffiliation {
        affiliation: i64,
    },
    /// One more of `tags` or `groups`, made when there is none of that name.
    AddWord {
        field: String,
        word: String,
    },
    RemoveWord {
        field: String,
        word: String,
    },
    /// What the contact agreed to or refused for a purpose (R10), in place of what was known about that purpose.
    Consent {
        purpose: String,
        /// `given`, `refused` or `withdrawn`; empty takes the entry away.
        state: String,
        date: Option<String>,
        how: Option<String>,
        note: Option<String>,
    },
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ContactEdit {
    pub id: i64,
    pub edits: Vec<Edit>,
}

/// A value that was kept although something is wrong with it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Warning {
    pub field: String,
    pub value: String,
    pub message: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct ContactChanged {
    pub contact: Contact,
    /// The batch to undo; null when nothing changed.
    pub batch: Option<i64>,
    pub warnings: Vec<Warning>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct BySelection {
    pub selection: Selection,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct BatchDone {
    /// The batch to undo; null when nothing changed.
    pub batch: Option<i64>,
    /// How many contacts changed.
    pub count: u64,
}

/// Which contacts in the trash are removed for good; all of them without a selection.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct TrashEmpty {
    #[serde(default)]
    pub selection: Option<Selection>,
}

#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct Emptied {
    /// How many contacts.
    pub count: u64,
    /// How many contents of attached files that nothing used any more.
    pub files: u64,
}

/// A picture for a contact: a file to be read, or null to take the picture away.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PhotoSet {
    pub id: i64,
    pub path: Option<String>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct PhotoRequest {
    pub hash: String,
}

/// A picture as a `data:` address, which the window's rules let in.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Photo {
    pub data: String,
}

/// A phone, e-mail, fax or website as it stands in the field while it is typed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PointCheck {
    pub point_kind: String,
    pub value: String,
    /// Whose country helps to read a phone number.
    #[serde(default)]
    pub contact: Option<i64>,
}

/// What is to be said about a point. Nothing keeps it from being saved (D3).
#[derive(Debug, Clone, Serialize, TS)]
pub struct PointChecked {
    /// As it would be kept to be compared: E.164, or the comparable e-mail address.
    pub normalized: Option<String>,
    /// Null where all is well: `phone_too_short`, `phone_doubtful`, `email_…`, `website` …
    pub problem: Option<String>,
    /// The problem and what to do about it, in English.
    pub message: Option<String>,
}

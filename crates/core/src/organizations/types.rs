//! What an organization looks like from outside: the row of a list, the whole record, and the requests about them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use crate::contacts::{Address, Cell, FieldValue, Point, PointCell, Sort, Warning};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum OrganizationKind {
    Account,
    Agency,
    Lead,
}

impl OrganizationKind {
    pub const ALL: [OrganizationKind; 3] = [Self::Account, Self::Agency, Self::Lead];

    /// As the database and the JSON say it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Agency => "agency",
            Self::Lead => "lead",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// An organization as others name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, sqlx::FromRow, TS)]
pub struct OrganizationRef {
    pub id: i64,
    pub kind: OrganizationKind,
    pub name: String,
}

/// Everything that an organization holds, its contacts apart.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Organization {
    pub id: i64,
    pub uid: String,
    pub kind: OrganizationKind,
    pub name: String,
    /// The office's own number for it, such as a customer number.
    pub number: Option<String>,
    pub industry: Option<String>,
    pub size: Option<String>,
    /// Who in the office looks after it.
    pub owner: Option<String>,
    pub notes: Option<String>,
    pub parent_id: Option<i64>,
    /// The organizations above it, the highest first.
    pub above: Vec<OrganizationRef>,
    /// How many organizations stand directly below it.
    pub children: i64,
    pub points: Vec<Point>,
    pub addresses: Vec<Address>,
    /// How many contacts it has.
    pub contacts: i64,
    /// Custom fields by code.
    #[ts(type = "Record<string, string>")]
    pub fields: Map<String, Value>,
    pub created: String,
    pub changed: String,
    pub created_batch: i64,
    /// When it was put into the trash.
    pub deleted: Option<String>,
}

/// One row of the grid of organizations.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OrganizationRow {
    pub id: i64,
    pub kind: OrganizationKind,
    pub name: String,
    pub number: Option<String>,
    pub contacts: i64,
    pub parent_id: Option<i64>,
    pub parent: Option<String>,
    pub phone: Option<PointCell>,
    pub email: Option<PointCell>,
    pub website: Option<String>,
    pub industry: Option<String>,
    pub size: Option<String>,
    pub owner: Option<String>,
    pub city: Option<String>,
    pub country: Option<String>,
    pub created: String,
    /// The custom fields that were asked for, by code.
    pub cells: BTreeMap<String, Cell>,
}

/// Which organizations, in which order. All conditions hold together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct OrganizationsQuery {
    /// Every word a prefix of a word of the name, number, points, city, industry or owner; order free.
    #[serde(default)]
    pub search: String,
    #[serde(default)]
    pub kind: Option<OrganizationKind>,
    /// Those in the trash instead of those that are not.
    #[serde(default)]
    pub trash: bool,
    #[serde(default)]
    /// By a column of the list, or a custom field by its code.
    pub sort: Sort,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct OrganizationsPageRequest {
    pub query: OrganizationsQuery,
    pub offset: u32,
    /// At most 1,000.
    pub limit: u32,
    /// The codes of custom fields that the rows show.
    #[serde(default)]
    pub columns: Vec<String>,
}

/// A stretch of the list. `generation` names the state of the workspace that the list was made from.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OrganizationsPage {
    pub total: u32,
    pub generation: i64,
    pub rows: Vec<OrganizationRow>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct OrganizationPositionRequest {
    pub query: OrganizationsQuery,
    pub id: i64,
}

/// Chosen organizations: by id, or as ranges `[from, to)` of a list that must not have changed since.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum OrganizationSelection {
    Ids {
        ids: Vec<i64>,
    },
    Ranges {
        query: OrganizationsQuery,
        generation: i64,
        ranges: Vec<(u32, u32)>,
    },
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ByOrganizationSelection {
    pub selection: OrganizationSelection,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct OrganizationsMoved {
    /// The batch to undo; null when nothing changed.
    pub batch: Option<i64>,
    pub count: u64,
    /// How many organizations stand directly below these and were not moved themselves: while these are in the trash, they
    /// stand by themselves.
    pub below: u64,
}

/// A new organization; `set` as in [`OrganizationStep::Set`].
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OrganizationCreate {
    pub kind: OrganizationKind,
    pub name: String,
    #[serde(default)]
    pub set: Vec<FieldValue>,
}

/// One change to an organization.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum OrganizationStep {
    /// `name`, `kind`, `number`, `industry`, `size`, `owner`, `notes`, a custom code: set, and cleared by an empty value.
    /// `parent`: an id or a name. `phone`, `email_work`, `website` and the like add a point, and an empty value removes
    /// those of that name. `street`, `city` … are parts of the physical address.
    Set {
        field: String,
        value: String,
    },
    /// An edit of a value that was seen to be `was` (empty: nothing). Where it is another one by now, and not the new
    /// one already, the whole change is refused with the code `conflict`.
    Seen {
        was: String,
        edit: Box<OrganizationStep>,
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
    /// One more address, with the parts that are known.
    AddAddress {
        label: String,
        parts: Vec<FieldValue>,
    },
    /// One part (`street`, `city` …) of an address; the address goes when its last part is emptied.
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
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct OrganizationEdit {
    pub id: i64,
    pub edits: Vec<OrganizationStep>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct OrganizationChanged {
    pub organization: Organization,
    /// The batch to undo; null when nothing changed.
    pub batch: Option<i64>,
    pub warnings: Vec<Warning>,
}

/// Every organization of the hierarchy that one stands in, each after the one above it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OrganizationTree {
    pub nodes: Vec<OrganizationNode>,
    /// There are more than are listed.
    pub more: bool,
}

#[derive(Debug, Clone, Serialize, sqlx::FromRow, TS)]
pub struct OrganizationNode {
    pub id: i64,
    pub kind: OrganizationKind,
    pub name: String,
    pub parent_id: Option<i64>,
    /// 0 for the highest.
    pub depth: i64,
    pub contacts: i64,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct OrganizationContactsRequest {
    pub organization: i64,
    pub offset: u32,
    /// At most 1,000.
    pub limit: u32,
}

/// A contact of an organization, with what it is there.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OrganizationContact {
    pub affiliation_id: i64,
    pub contact_id: i64,
    pub name: String,
    pub role: Option<String>,
    pub title: Option<String>,
    pub department: Option<String>,
    pub from: Option<String>,
    pub to: Option<String>,
    pub phone: Option<PointCell>,
    pub email: Option<PointCell>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct OrganizationContacts {
    pub total: u32,
    pub rows: Vec<OrganizationContact>,
}

/// An organization that was picked: one that is there, by its id; else one found by its name, or made with this kind
/// (an account unless told).
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct OrganizationChoice {
    #[serde(default)]
    pub id: Option<i64>,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub kind: Option<OrganizationKind>,
}

/// Ties contacts to an organization; those that are tied to it already stay as they are.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OrganizationContactsAdd {
    pub organization: i64,
    pub contacts: Vec<i64>,
    #[serde(default)]
    pub role: String,
}

/// A new contact tied to an organization; `set` as for any new contact.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OrganizationContactCreate {
    pub organization: OrganizationChoice,
    #[serde(default)]
    pub role: String,
    pub set: Vec<FieldValue>,
}

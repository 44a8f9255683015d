//! The request and answer of an export.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contacts::{ContactsQuery, Selection};
use crate::gate::{Channel, LeftOut, Refusal};
use crate::opt_outs::Initiative;
use crate::organizations::{OrganizationSelection, OrganizationsQuery};

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ExportRequest {
    pub path: String,
    /// `xlsx`, `csv`, `vcf` (vCard 3.0) or `vcf4`; by the name's ending unless told.
    #[serde(default)]
    pub format: Option<String>,
    #[serde(default)]
    pub query: ContactsQuery,
    /// Instead of the query's contacts.
    #[serde(default)]
    pub selection: Option<Selection>,
    /// Field names in their order; all that hold anything unless told.
    #[serde(default)]
    pub fields: Vec<String>,
    /// What the list is for: the gate leaves out whom it may not reach that way (X3).
    #[serde(default)]
    pub purpose: Option<Channel>,
    /// Where to save the list of those left out, xlsx or csv; only when there are any.
    #[serde(default)]
    pub left_out_path: Option<String>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct ExportReport {
    pub file: String,
    pub contacts: u64,
    pub left_out: LeftOut,
    /// The list of those left out, where it was asked for and there are any.
    pub left_out_file: Option<String>,
    /// The first of those left out, at most 500.
    pub left_out_rows: Vec<LeftOutRow>,
    pub seconds: f64,
}

/// A contact that the gate left out, and why. It holds none of the contact's addresses: this list is for mending and
/// explaining, not for sending.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LeftOutRow {
    pub id: i64,
    pub name: String,
    pub organization: Option<String>,
    pub refusal: Refusal,
    /// For an opt-out: since when, at whose wish and why.
    pub since: Option<String>,
    pub initiative: Option<Initiative>,
    pub reason: Option<String>,
}

/// Saves the list of those whom the gate leaves out of an export.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct LeftOutRequest {
    pub path: String,
    #[serde(default)]
    pub query: ContactsQuery,
    #[serde(default)]
    pub selection: Option<Selection>,
    pub purpose: Channel,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct LeftOutSaved {
    pub file: String,
    pub contacts: u64,
}

#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct OrganizationsExport {
    pub path: String,
    /// `xlsx` or `csv`; by the name's ending unless told.
    #[serde(default)]
    pub format: Option<String>,
    #[serde(default)]
    pub query: OrganizationsQuery,
    /// Instead of the query's organizations.
    #[serde(default)]
    pub selection: Option<OrganizationSelection>,
    /// `name`, `kind`, `number`, `parent`, `contacts`, `industry`, `size`, `owner`, `notes`, `created`, `uid`, the fields of
    /// points and addresses and the codes of custom fields, in their order; all that hold anything unless told.
    #[serde(default)]
    pub fields: Vec<String>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct OrganizationsExported {
    pub file: String,
    pub organizations: u64,
    pub seconds: f64,
}

//! The request and answer of an export.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contacts::{ContactsQuery, Selection};

/// What the list is for: the gate leaves out whom it may not reach that way (X3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    Email,
    Sms,
    Phone,
    Post,
}

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
    #[serde(default)]
    pub purpose: Option<Purpose>,
}

/// Contacts that the purpose left out, each counted once, under the first reason that applies.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct LeftOut {
    pub opted_out: u64,
    pub do_not_contact: u64,
    pub deceased: u64,
    /// No phone, e-mail or address for the purpose.
    pub no_address: u64,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct ExportReport {
    pub file: String,
    pub contacts: u64,
    pub left_out: LeftOut,
    pub seconds: f64,
}

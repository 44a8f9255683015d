//! A dossier, an erasure, and what is left of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contacts::Contact;
use crate::files::AttachedFile;
use crate::groups::Membership;
use crate::history::FieldChange;
use crate::members::Member;
use crate::opt_outs::Subscription;
use crate::orders::Statement;

/// Everything that is known of a person.
#[derive(Debug, Clone, Serialize)]
pub struct Dossier {
    pub made: String,
    pub contact: Contact,
    /// Their phones and e-mails, each with what was decided about it.
    pub subscriptions: Vec<Subscription>,
    /// Also those that they are in by a condition.
    pub groups: Vec<Membership>,
    pub member: Option<Member>,
    pub statement: Statement,
    pub files: Vec<AttachedFile>,
    /// Contacts that turned out to be the same person.
    pub merged: Vec<MergedContact>,
    /// The picture as a data URI.
    pub photo: Option<String>,
    /// What was changed, when and by whom; the latest first.
    pub history: Vec<FieldChange>,
}

#[derive(Debug, Clone, Serialize, sqlx::FromRow)]
pub struct MergedContact {
    pub uid: String,
    pub name: String,
    pub at: String,
}

/// Writes a dossier: for programs where the name ends in `.json`, else a document to read.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DossierSave {
    pub id: i64,
    pub path: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct DossierSaved {
    pub file: String,
    pub bytes: u64,
}

/// Which part of the register of consents is asked for.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct ConsentsRequest {
    /// Part of a contact: a name, an e-mail.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub search: String,
    #[serde(default)]
    pub purpose: Option<String>,
    /// `given`, `refused` or `withdrawn`.
    #[serde(default)]
    pub state: Option<String>,
    pub offset: u32,
    /// At most 1000.
    pub limit: u32,
}

/// One line of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, sqlx::FromRow, TS)]
pub struct ConsentEntry {
    pub contact_id: i64,
    pub name: String,
    pub purpose: String,
    /// `given`, `refused` or `withdrawn`.
    pub state: String,
    /// Also of one that was withdrawn since, as far as the journal knows it.
    pub given_on: Option<String>,
    pub given_how: Option<String>,
    /// When it was refused or withdrawn.
    pub ended_on: Option<String>,
    /// How the present state came about.
    pub how: Option<String>,
    pub note: Option<String>,
}

/// What consents are for, with how many there are of each state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, sqlx::FromRow, TS)]
pub struct ConsentPurpose {
    pub purpose: String,
    pub given: i64,
    pub refused: i64,
    pub withdrawn: i64,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct Consents {
    pub total: u32,
    pub consents: Vec<ConsentEntry>,
    /// All purposes, whatever was asked for.
    pub purposes: Vec<ConsentPurpose>,
}

/// Writes the register to a spreadsheet.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct ConsentsSave {
    pub path: String,
    #[serde(default)]
    pub purpose: Option<String>,
    #[serde(default)]
    pub state: Option<String>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct ConsentsSaved {
    pub file: String,
    pub consents: u32,
}

/// What is done with the backups that still hold the person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OldBackups {
    /// They go as they grow old.
    #[default]
    Keep,
    /// They are removed, after a new one was made.
    Remove,
}

/// Removes a person for good, wherever the contact is: in the lists, the archive or the trash.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct ContactErase {
    pub id: i64,
    #[serde(default)]
    #[ts(optional, as = "Option<OldBackups>")]
    pub backups: OldBackups,
    /// Where the certificate goes: for programs where the name ends in `.json`, else a document to read.
    #[serde(default)]
    pub path: Option<String>,
}

/// What was removed and what was kept, without saying of whom.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Certificate {
    pub erasure: i64,
    pub at: String,
    pub by: Option<String>,
    /// The number that the contact had.
    pub contact: i64,
    /// How many entries of each kind were removed.
    pub removed: BTreeMap<String, i64>,
    /// Orders and payments that stay, without the person.
    pub orders_kept: i64,
    pub payments_kept: i64,
    /// Keyed hashes of phones and e-mails that stay, so that no import brings the person back.
    pub hashes_kept: i64,
    /// Opt-outs that stay: they belong to a phone or an e-mail.
    pub opt_outs_kept: i64,
    /// Invoices and receipts that were issued: the law of the office keeps them as they are, with the name on them.
    #[serde(default)]
    pub documents_kept: i64,
    /// The places in the file where the removed had stood were written over.
    pub overwritten: bool,
    pub backups_removed: u64,
    /// The backups that still hold the person.
    pub backups_left: Vec<String>,
    /// What could not be done after the person was removed, so that traces may be left.
    #[serde(default)]
    pub unfinished: Vec<Unfinished>,
}

/// What an erasure has to do once the person is out of the workspace. The certificate says from the beginning what of it is
/// not done, so that it is true also when the program ends in between.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Unfinished {
    /// Removing the contents of attached files from the disk.
    Files,
    /// Writing over the places in the file where the person had stood.
    Overwriting,
    /// Looking which backups hold the person.
    Backups,
}

impl Unfinished {
    /// What is left, and what to do.
    pub fn told(self) -> &'static str {
        match self {
            Self::Files => {
                "Attached files could not be removed from the disk. `roster erasures --finish` tries again."
            }
            Self::Overwriting => {
                "The file could not be written anew, so traces may stand in it: close Roster everywhere else and run `roster erasures --finish`."
            }
            Self::Backups => {
                "It could not be seen which backups hold the person: remove those that were made before the erasure."
            }
        }
    }
}

/// Those who were erased and came back with a backup.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct Returned {
    /// They were erased again.
    pub erased_again: u64,
    /// They could not be, and are in the workspace.
    pub still_there: u64,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct ContactErased {
    pub certificate: Certificate,
    /// Where it was written to.
    pub file: Option<String>,
    /// Why it could not be written; the person is erased all the same.
    pub file_failure: Option<String>,
}

/// Every erasure, the latest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Erasures {
    pub erasures: Vec<Erasure>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct Erasure {
    pub certificate: Certificate,
    pub orders: Vec<ErasedOrder>,
    pub payments: Vec<ErasedPayment>,
}

/// An order of somebody who was erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ErasedOrder {
    pub id: i64,
    pub date: String,
    pub currency: String,
    pub cancelled: Option<String>,
    pub lines: Vec<ErasedLine>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ErasedLine {
    pub text: String,
    pub minor: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, sqlx::FromRow)]
pub struct ErasedPayment {
    pub id: i64,
    pub order: Option<i64>,
    pub kind: String,
    pub date: String,
    pub minor: i64,
    pub currency: String,
    pub method: String,
}

//! What can go wrong, by cause, with a code that stays the same.
//!
//! The window and the command line turn a code into words of their own where they have them; the English
//! message and hint here serve everywhere else. A code exists only while somebody acts on it. Cancelling is
//! an outcome of its own ([`Error::Cancelled`]): callers stop quietly and show no error.

use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::{Map, Value, json};

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// One field of a form that was refused: which one and why.
#[derive(Debug, Clone, Serialize)]
pub struct FieldError {
    pub field: String,
    pub message: String,
}

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("There is no workspace at {path}.")]
    NoWorkspace { path: String },
    #[error("{path} is not a Roster workspace.")]
    NotAWorkspace { path: String },
    #[error("This workspace was last used with a newer Roster.")]
    NewerWorkspace,
    #[error("The workspace is damaged: {detail}.")]
    DamagedWorkspace { detail: String },
    #[error("{path} is encrypted and needs its passphrase.")]
    PassphraseNeeded { path: String },
    #[error("That is not the passphrase of this workspace. Nothing was changed.")]
    WrongPassphrase,
    #[error("This workspace has profiles. Say first who you are.")]
    WhoNeeded,
    #[error("That is not the PIN of {name}.")]
    WrongPin { name: String },
    #[error("{who} may not do this here. Nothing was changed.")]
    NotAllowed {
        who: String,
        /// Some of those who may.
        may: Vec<String>,
    },
    #[error("The disk is full. Nothing was changed.")]
    DiskFull,
    #[error("The workspace can't be written: {detail}. Nothing was changed.")]
    ReadOnly { detail: String },
    #[error(
        "The workspace is being written by an import or by another program. Nothing was changed."
    )]
    Busy,
    #[error("There is no {what} {id}.")]
    NotFound { what: &'static str, id: String },
    #[error("{message}")]
    Invalid {
        message: String,
        fields: Vec<FieldError>,
    },
    /// Contacts belong to an organization here, and all that these belong to are in the trash.
    #[error("{}. Nothing was changed.", told_in_trash(*contacts, names, *more))]
    OrganizationsInTrash {
        contacts: i64,
        /// The first of them.
        names: Vec<String>,
        /// How many there are besides.
        more: i64,
    },
    /// A field says something else than the editor had seen.
    #[error("This was changed meanwhile: now it says “{present}”. Nothing was changed.")]
    Conflict { field: String, present: String },
    #[error("{0}")]
    Filter(crate::filters::Mistake),
    #[error("The list has changed since it was shown. Nothing was changed.")]
    ListChanged,
    #[error("There is nothing to undo.")]
    NothingToUndo,
    #[error("There is nothing to redo.")]
    NothingToRedo,
    #[error("Batch {batch} is undone already.")]
    AlreadyUndone { batch: i64 },
    #[error("The file has changed since it was shown. Nothing was imported.")]
    FileChanged,
    #[error("The content of {name} is missing from the folder of attached files.")]
    ContentMissing { name: String },
    #[error("The content of {name} is not what was attached: something has changed it since.")]
    ContentChanged { name: String },
    #[error("{name} is a program or leads to one. Roster doesn't open programs.")]
    Program { name: String },
    /// An export by a column that has too many values.
    #[error(
        "The contacts have {files} different values there, and at most {most} files are written at once. Nothing was written."
    )]
    TooManyFiles { files: u64, most: u64 },
    #[error("{file} has no rows to import. Nothing was changed.")]
    NoRows { file: String },
    #[error(transparent)]
    File(#[from] roster_formats::FormatError),
    #[error("Cancelled. Nothing was changed.")]
    Cancelled,
    #[error("Roster asked its own core for something unknown: {detail}.")]
    Call { detail: String },
    #[error("The database answered with an error: {0}. Nothing was changed.")]
    Database(sqlx::Error),
    #[error("A file could not be read or written: {0}")]
    Io(std::io::Error),
}

impl Error {
    /// A refused value, with the message that a person reads.
    pub fn invalid(message: impl Into<String>) -> Self {
        Self::Invalid {
            message: message.into(),
            fields: Vec::new(),
        }
    }

    /// A refused value of one field of a form.
    pub fn field(field: &str, message: impl Into<String>) -> Self {
        let message = message.into();
        let fields = vec![FieldError {
            field: field.to_owned(),
            message: message.clone(),
        }];
        Self::Invalid { message, fields }
    }

    pub fn not_found(what: &'static str, id: impl ToString) -> Self {
        Self::NotFound {
            what,
            id: id.to_string(),
        }
    }

    /// The stable name of the cause; see CLI.md for how it reaches scripts.
    pub fn code(&self) -> &str {
        match self {
            Self::NoWorkspace { .. } => "no_workspace",
            Self::NotAWorkspace { .. } => "not_a_workspace",
            Self::NewerWorkspace => "newer_workspace",
            Self::DamagedWorkspace { .. } => "damaged_workspace",
            Self::PassphraseNeeded { .. } => "passphrase_needed",
            Self::WrongPassphrase => "wrong_passphrase",
            Self::WhoNeeded => "who_needed",
            Self::WrongPin { .. } => "wrong_pin",
            Self::NotAllowed { .. } => "not_allowed",
            Self::DiskFull => "disk_full",
            Self::ReadOnly { .. } => "read_only",
            Self::Busy => "busy",
            Self::NotFound { .. } => "not_found",
            Self::Invalid { .. } => "invalid",
            Self::OrganizationsInTrash { .. } => "organizations_in_trash",
            Self::Conflict { .. } => "conflict",
            Self::Filter(_) => "filter",
            Self::ListChanged => "list_changed",
            Self::NothingToUndo => "nothing_to_undo",
            Self::NothingToRedo => "nothing_to_redo",
            Self::AlreadyUndone { .. } => "already_undone",
            Self::FileChanged => "file_changed",
            Self::ContentMissing { .. } => "content_missing",
            Self::ContentChanged { .. } => "content_changed",
            Self::Program { .. } => "program",
            Self::TooManyFiles { .. } => "too_many_files",
            Self::NoRows { .. } => "no_rows",
            Self::File(e) => e.code(),
            Self::Cancelled => "cancelled",
            Self::Call { .. } => "call",
            Self::Database(_) => "database",
            Self::Io(_) => "io",
        }
    }

    /// What to do about it.
    pub fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::NoWorkspace { .. } => "Import a file to create it, or name another workspace.",
            Self::NotAWorkspace { .. } => {
                "Choose a file that Roster made (its name ends in .roster)."
            }
            Self::NewerWorkspace => "Install the newest Roster and open it again.",
            Self::DamagedWorkspace { .. } => {
                "Restore the last backup, or bring the file back from where it was copied."
            }
            Self::PassphraseNeeded { .. } => {
                "Set ROSTER_PASSPHRASE, or run the command on a terminal, where it is asked for."
            }
            Self::WrongPassphrase => {
                "Look at the keyboard's language and at Caps Lock, and try again. Nobody can open the workspace without it."
            }
            Self::WhoNeeded => {
                "Name yourself: `--as NAME`, or ROSTER_AS; `roster staff` lists who works here."
            }
            Self::WrongPin { .. } => {
                "Try again, or set ROSTER_PIN. An owner can give everybody a new one."
            }
            Self::NotAllowed { may, .. } => return Some(format!("{} may.", may.join(", "))),
            Self::DiskFull => "Free some space and try again.",
            Self::ReadOnly { .. } => "Check that the folder and the file may be written.",
            Self::Busy => "Wait until the other import or window has finished and try again.",
            Self::OrganizationsInTrash { .. } => {
                "Bring the organization back from the trash first (`roster org restore`), then the contacts."
            }
            Self::Conflict { .. } => {
                "Look at the value that stands there now, and change it again if it is still wrong."
            }
            Self::Filter(_) => {
                "Conditions look like country = \"IL\" and not (tag in (\"vip\", \"press\") or has phone)."
            }
            Self::ListChanged => "Look at the list again and repeat the action.",
            Self::FileChanged => "Go back to the first step and look at the file again.",
            Self::ContentMissing { .. } => {
                "Attach the same file again, or restore a backup. If the workspace was moved, move the folder beside it too: its name ends in .files."
            }
            Self::ContentChanged { .. } => {
                "Save a copy to see what it holds now, or restore a backup."
            }
            Self::Program { .. } => {
                "Save a copy where you want it, if you trust where it came from."
            }
            Self::TooManyFiles { .. } => "Split by another field, or choose fewer contacts.",
            Self::NoRows { .. } => {
                "Look whether the right sheet and the right header row are chosen, and whether the file was saved."
            }
            Self::File(e) => return Some(e.hint()),
            Self::Io(_) => "Check the path, the permissions and the free space.",
            _ => return None,
        };
        Some(hint.to_owned())
    }

    fn params(&self) -> Map<String, Value> {
        let value = match self {
            Self::NoWorkspace { path }
            | Self::NotAWorkspace { path }
            | Self::PassphraseNeeded { path } => json!({ "path": path }),
            Self::TooManyFiles { files, most } => json!({ "files": files, "most": most }),
            Self::ContentMissing { name }
            | Self::ContentChanged { name }
            | Self::Program { name } => {
                json!({ "name": name })
            }
            Self::WrongPin { name } => json!({ "name": name }),
            Self::NotAllowed { who, may } => json!({ "who": who, "may": may.join(", ") }),
            Self::NotFound { what, id } => json!({ "what": what, "id": id }),
            Self::Invalid { fields, .. } => json!({ "fields": fields }),
            Self::OrganizationsInTrash {
                contacts,
                names,
                more,
            } => json!({ "count": contacts, "names": quoted(names), "more": more }),
            Self::Conflict { field, present } => json!({ "field": field, "present": present }),
            Self::AlreadyUndone { batch } => json!({ "batch": batch }),
            Self::Filter(mistake) => json!(mistake),
            _ => json!({}),
        };
        value.as_object().cloned().unwrap_or_default()
    }
}

fn quoted(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("“{name}”")).collect();
    quoted.join(", ")
}

fn told_in_trash(contacts: i64, names: &[String], more: i64) -> String {
    let who = match contacts {
        1 => "1 contact belongs".to_owned(),
        many => format!("{many} contacts belong"),
    };
    let more = match more {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!(
        "Every contact belongs to an organization here. {who} only to organizations that are in the trash: {}{more}",
        quoted(names)
    )
}

impl Serialize for Error {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(4))?;
        map.serialize_entry("code", self.code())?;
        map.serialize_entry("message", &self.to_string())?;
        map.serialize_entry("hint", &self.hint())?;
        map.serialize_entry("params", &self.params())?;
        map.end()
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        let code = match &error {
            sqlx::Error::Database(e) => e.code().and_then(|c| c.parse::<i32>().ok()),
            // A change that has waited too long for an import of this program.
            sqlx::Error::PoolTimedOut => return Self::Busy,
            _ => None,
        };
        code.and_then(|code| by_result_code(code, &error))
            .unwrap_or(Self::Database(error))
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::Io(error),
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        let code = error.sqlite_error().map(|e| e.extended_code);
        code.and_then(|code| by_result_code(code, &error))
            .unwrap_or_else(|| Self::Database(sqlx::Error::Protocol(error.to_string())))
    }
}

/// SQLite's result codes that people can act on, by their primary part (sqlite.org/rescode.html).
fn by_result_code(code: i32, error: &dyn std::error::Error) -> Option<Error> {
    match code & 0xff {
        5 | 6 => Some(Error::Busy),
        8 | 14 => Some(Error::ReadOnly {
            detail: error.to_string(),
        }),
        9 => Some(Error::Cancelled),
        11 => Some(Error::DamagedWorkspace {
            detail: error.to_string(),
        }),
        13 => Some(Error::DiskFull),
        26 => Some(Error::DamagedWorkspace {
            detail: "it is not a database".into(),
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_that_waited_too_long_is_told_to_wait() {
        let error = Error::from(sqlx::Error::PoolTimedOut);
        assert_eq!(error.code(), "busy");
        assert!(
            error
                .hint()
                .is_some_and(|hint| hint.contains("has finished"))
        );
    }
}

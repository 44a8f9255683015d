//! What is asked about attached files and what is answered.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whose file it is. Files of an organization and those of its contacts stay apart (A3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FileOwner {
    Contact { id: i64 },
    Organization { id: i64 },
}

/// What a file is by its name's ending: chooses the icon, whether it can be previewed, whether it is opened at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    Picture,
    Document,
    Spreadsheet,
    Presentation,
    Text,
    Audio,
    Video,
    Archive,
    Mail,
    /// Opening it would run it: Roster saves it, and never opens it.
    Program,
    Other,
}

/// Whether the content is still what was attached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileState {
    Whole,
    /// Its content is not in the folder beside the workspace.
    Missing,
    /// Its content is another one than that which was attached.
    Changed,
    /// Somebody may have been at its content; `files_verify` tells.
    Touched,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AttachedFile {
    pub id: i64,
    pub owner: FileOwner,
    pub name: String,
    #[ts(rename = "type")]
    #[serde(rename = "type")]
    pub kind: FileKind,
    pub size: i64,
    /// SHA-256 of the content.
    pub hash: String,
    pub added: String,
    pub by: Option<String>,
    pub state: FileState,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct FilesRequest {
    pub owner: FileOwner,
}

/// The files of a contact or an organization, the latest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Files {
    pub total: u64,
    pub files: Vec<AttachedFile>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct FilesAttach {
    pub owner: FileOwner,
    /// The files to copy. They are read and left as they are.
    pub paths: Vec<String>,
}

/// Why a file can't be attached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileRefusal {
    NotThere,
    Folder,
    /// A device, a pipe or the like.
    NotAFile,
    /// Over two gigabytes.
    TooLarge,
    /// Not to be read by this user.
    Unreadable,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RefusedFile {
    pub name: String,
    pub reason: FileRefusal,
    pub message: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct FilesAttached {
    pub files: Vec<AttachedFile>,
    /// How many were there already, under the same name and with the same content.
    pub already: u64,
    pub refused: Vec<RefusedFile>,
    /// The batch to undo; null when nothing changed.
    pub batch: Option<i64>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct FilesDetach {
    pub ids: Vec<i64>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct FileRename {
    pub id: i64,
    /// Keeps the old ending when it has none.
    pub name: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct FileChanged {
    pub file: AttachedFile,
    /// The batch to undo; null when nothing changed.
    pub batch: Option<i64>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct FileSave {
    pub id: i64,
    /// Where the copy goes.
    pub path: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct FileSaved {
    pub file: String,
    pub bytes: u64,
    /// The copy is not what was attached: the content was changed since.
    pub changed: bool,
}

/// Which contents are compared with their hashes: those of one owner, or all.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct FilesVerify {
    #[serde(default)]
    pub owner: Option<FileOwner>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct FilesVerified {
    pub checked: u64,
    pub bytes: u64,
    /// The files whose content is missing or changed.
    pub problems: Vec<AttachedFile>,
}

/// What of a file can be shown at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FilePreview {
    /// A picture, scaled, as a `data:` address.
    Picture {
        data: String,
    },
    /// The beginning of a text; `more` when it goes on.
    Text {
        text: String,
        more: bool,
    },
    None,
}

//! What can go wrong with a file, by cause, in words that an office understands.
//!
//! Each cause has a stable code, a message that says what the file is, and a hint that says what to do.
//! Nothing here knows a contact; an error about a value in a row belongs to the core.

use std::io;
use std::path::Path;

use thiserror::Error;

/// Why a file could not be read or written. `name` is the file's name without its folder.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FormatError {
    #[error("The file \"{name}\" is not there.")]
    NotFound { name: String },
    #[error("\"{name}\" is a folder, not a file.")]
    IsFolder { name: String },
    #[error("\"{name}\" is not an ordinary file.")]
    NotAFile { name: String },
    #[error("You have no permission to read \"{name}\".")]
    NoPermission { name: String },
    #[error("\"{name}\" is locked by another program.")]
    Locked { name: String },
    #[error("\"{name}\" could not be read: {detail}.")]
    Unreadable { name: String, detail: String },
    #[error("\"{name}\" was changed by another program while it was being read.")]
    Changed { name: String },
    #[error("\"{name}\" is empty: it holds no data at all.")]
    EmptyFile { name: String },
    #[error("{} of \"{name}\" is empty.", match sheet { Some(sheet) => format!("The sheet \"{sheet}\""), None => "Every sheet".to_owned() })]
    EmptySheet { name: String, sheet: Option<String> },
    #[error("\"{name}\" is not what it should be: expected {expected}, but it is {found}.")]
    Mismatch {
        name: String,
        expected: &'static str,
        found: &'static str,
    },
    #[error("\"{name}\" is {what}, which holds no table that can be read.")]
    Unsupported { name: String, what: &'static str },
    #[error("\"{name}\" is damaged or incomplete: {detail}.")]
    Damaged { name: String, detail: String },
    #[error("\"{name}\" is protected by a password.")]
    PasswordProtected { name: String },
    #[error("\"{name}\" claims far more than a table can hold: {detail}.")]
    TooLarge { name: String, detail: String },
    #[error("\"{name}\" has no sheet called \"{sheet}\".")]
    UnknownSheet {
        name: String,
        sheet: String,
        sheets: Vec<String>,
    },
    #[error("There is no text encoding called \"{encoding}\".")]
    UnknownEncoding { encoding: String },
    #[error("\"{delimiter}\" cannot be a delimiter.")]
    BadDelimiter { delimiter: char },
    #[error("\"{name}\" has no row {row} that could be the header.")]
    NoSuchRow { name: String, row: u32 },

    #[error("\"{name}\" is a folder, so no file can be written under that name.")]
    TargetIsFolder { name: String },
    #[error("The folder for \"{name}\" is not there.")]
    TargetFolderMissing { name: String },
    #[error("You have no permission to write \"{name}\".")]
    TargetNoPermission { name: String },
    #[error("\"{name}\" is open in another program.")]
    TargetLocked { name: String },
    #[error("The disk is full; \"{name}\" was not written.")]
    DiskFull { name: String },
    #[error("\"{name}\" could not be written: {detail}.")]
    WriteFailed { name: String, detail: String },
}

impl FormatError {
    /// The stable name of the cause; the command line and the window act on it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound { .. } => "file_not_found",
            Self::IsFolder { .. } => "file_is_folder",
            Self::NotAFile { .. } => "not_a_file",
            Self::NoPermission { .. } => "file_no_permission",
            Self::Locked { .. } => "file_locked",
            Self::Unreadable { .. } => "file_unreadable",
            Self::Changed { .. } => "changed_while_reading",
            Self::EmptyFile { .. } => "empty_file",
            Self::EmptySheet { .. } => "empty_sheet",
            Self::Mismatch { .. } => "not_what_it_says",
            Self::Unsupported { .. } => "unsupported_format",
            Self::Damaged { .. } => "damaged_file",
            Self::PasswordProtected { .. } => "password_protected",
            Self::TooLarge { .. } => "too_large",
            Self::UnknownSheet { .. } => "unknown_sheet",
            Self::UnknownEncoding { .. } => "unknown_encoding",
            Self::BadDelimiter { .. } => "bad_delimiter",
            Self::NoSuchRow { .. } => "no_such_row",
            Self::TargetIsFolder { .. } => "target_is_folder",
            Self::TargetFolderMissing { .. } => "target_folder_missing",
            Self::TargetNoPermission { .. } => "target_no_permission",
            Self::TargetLocked { .. } => "target_locked",
            Self::DiskFull { .. } => "disk_full",
            Self::WriteFailed { .. } => "write_failed",
        }
    }

    /// What the user can do about it.
    pub fn hint(&self) -> String {
        match self {
            Self::UnknownSheet { sheets, .. } => {
                let names: Vec<String> = sheets.iter().map(|s| format!("\"{s}\"")).collect();
                format!("The sheets of this file are {}.", names.join(", "))
            }
            Self::Unsupported { what, .. } if what.contains("archive") => {
                "Unpack it, and choose the file inside.".to_owned()
            }
            Self::Unsupported { what, .. } if what.contains("marker") => {
                "Choose the workbook itself: the file of the same name without ~$.".to_owned()
            }
            other => other.fixed_hint().to_owned(),
        }
    }

    fn fixed_hint(&self) -> &'static str {
        match self {
            Self::NotFound { .. } => {
                "Check the name and the folder; the file may have been moved, renamed or deleted, or its drive disconnected."
            }
            Self::IsFolder { .. } => "Choose a file inside the folder.",
            Self::NotAFile { .. } => "Choose a file on a disk.",
            Self::NoPermission { .. } => {
                "Ask its owner for permission, or copy it to a folder of your own."
            }
            Self::Locked { .. } => {
                "Close it in Excel or whichever program has it open, then try again."
            }
            Self::Unreadable { .. } => "Copy the file to this computer's own disk and try again.",
            Self::Changed { .. } => {
                "Wait until the other program has finished saving, then open the file again."
            }
            Self::EmptyFile { .. } => {
                "Check that this is the right file, and that it was saved or downloaded completely."
            }
            Self::EmptySheet { .. } => "Choose the sheet that holds the rows, or another file.",
            Self::Mismatch { .. } => {
                "Open it in the program that made it and save it as an Excel workbook (.xlsx) or as CSV; or name the format that it really has."
            }
            Self::Unsupported { .. } => {
                "Save or export the table as an Excel workbook (.xlsx) or as CSV, and choose that file."
            }
            Self::Damaged { .. } => {
                "Get or download the file again; or open it in Excel or LibreOffice, let it be repaired, and save it under a new name."
            }
            Self::PasswordProtected { .. } => {
                "Open it with its password in Excel or LibreOffice, save a copy without a password, and choose that copy."
            }
            Self::TooLarge { .. } => {
                "If you trust the file, open it in Excel or LibreOffice, copy the rows that you need to a new workbook and save that; or save the sheet as CSV."
            }
            Self::UnknownSheet { .. } => "Choose one of the sheets of the file.",
            Self::UnknownEncoding { .. } => {
                "Use a name such as utf-8, utf-16le, windows-1252, windows-1255 or shift_jis."
            }
            Self::BadDelimiter { .. } => {
                "Use a comma, a semicolon, a tab, a vertical bar or another plain character; not a letter, digit or quote."
            }
            Self::NoSuchRow { .. } => {
                "Give the number of the row that holds the column names, or 0 when the file has none."
            }
            Self::TargetIsFolder { .. } => "Give the file a name inside the folder.",
            Self::TargetFolderMissing { .. } => {
                "Choose a folder that exists; a drive may have been disconnected."
            }
            Self::TargetNoPermission { .. } => {
                "Choose another folder or name; the file or its folder may be write-protected."
            }
            Self::TargetLocked { .. } => "Close it there, or choose another name.",
            Self::DiskFull { .. } => {
                "Free some space or choose another disk. A file of that name that was there before is unchanged."
            }
            Self::WriteFailed { .. } => {
                "Choose another folder and try again. A file of that name that was there before is unchanged."
            }
        }
    }

    pub(crate) fn damaged(name: &str, detail: impl Into<String>) -> Self {
        Self::Damaged {
            name: name.to_owned(),
            detail: detail.into(),
        }
    }

    pub(crate) fn too_large(name: &str, detail: impl Into<String>) -> Self {
        Self::TooLarge {
            name: name.to_owned(),
            detail: detail.into(),
        }
    }

    /// The cause behind an input error while reading `name`.
    pub(crate) fn reading(name: &str, error: &io::Error) -> Self {
        let name = name.to_owned();
        if is_sharing_violation(error) {
            return Self::Locked { name };
        }
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound { name },
            io::ErrorKind::IsADirectory => Self::IsFolder { name },
            io::ErrorKind::PermissionDenied => Self::NoPermission { name },
            io::ErrorKind::ResourceBusy | io::ErrorKind::WouldBlock => Self::Locked { name },
            io::ErrorKind::UnexpectedEof => Self::damaged(&name, "it ends too early"),
            io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::Other => {
                Self::damaged(&name, sentence(error))
            }
            _ => Self::Unreadable {
                name,
                detail: sentence(error),
            },
        }
    }

    /// The cause behind an output error while writing `name`.
    pub fn writing(name: &str, error: &io::Error) -> Self {
        let name = name.to_owned();
        if is_sharing_violation(error) {
            return Self::TargetLocked { name };
        }
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
                Self::TargetFolderMissing { name }
            }
            io::ErrorKind::IsADirectory => Self::TargetIsFolder { name },
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Self::TargetNoPermission { name }
            }
            io::ErrorKind::StorageFull
            | io::ErrorKind::QuotaExceeded
            | io::ErrorKind::FileTooLarge => Self::DiskFull { name },
            _ => Self::WriteFailed {
                name,
                detail: sentence(error),
            },
        }
    }
}

/// Windows answers 32 or 33 when another program holds the file or a part of it.
fn is_sharing_violation(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33))
}

fn sentence(error: &dyn std::fmt::Display) -> String {
    error.to_string().trim_end_matches('.').to_owned()
}

/// The file's name without its folder, as messages show it.
pub(crate) fn short_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_sheet_names_the_sheets_there_are() {
        let error = FormatError::UnknownSheet {
            name: "a.xlsx".into(),
            sheet: "X".into(),
            sheets: vec!["One".into(), "Two".into()],
        };
        assert_eq!(error.code(), "unknown_sheet");
        assert_eq!(
            error.hint(),
            "The sheets of this file are \"One\", \"Two\"."
        );
    }

    #[test]
    fn output_errors_are_told_apart() {
        let code = |kind| FormatError::writing("a", &io::Error::from(kind)).code();
        assert_eq!(code(io::ErrorKind::StorageFull), "disk_full");
        assert_eq!(
            code(io::ErrorKind::PermissionDenied),
            "target_no_permission"
        );
        assert_eq!(code(io::ErrorKind::NotFound), "target_folder_missing");
        assert_eq!(code(io::ErrorKind::BrokenPipe), "write_failed");
    }
}

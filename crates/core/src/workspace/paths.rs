//! Where the workspace is when nobody names one: the same for the window and the command line.

use std::io;
use std::path::{Path, PathBuf};

/// Holds the path of the workspace that the user chose, in UTF-8, one line.
const CHOICE: &str = "workspace.path";

/// The folder of Roster's own files: `ROSTER_DATA_DIR`, or `Roster` in the platform's data folder.
pub fn data_folder() -> PathBuf {
    match set_variable("ROSTER_DATA_DIR") {
        Some(folder) => folder,
        None => dirs::data_dir()
            .unwrap_or_else(|| PathBuf::from("."))
            .join("Roster"),
    }
}

/// `ROSTER_WORKSPACE`; else the one that the user opened last in the window; else `contacts.roster` in
/// [`data_folder`].
pub fn default_path() -> PathBuf {
    set_variable("ROSTER_WORKSPACE")
        .or_else(remembered)
        .unwrap_or_else(|| data_folder().join("contacts.roster"))
}

/// Makes a workspace the default from now on.
pub fn remember(path: &Path) -> io::Result<()> {
    let text = path
        .to_str()
        .ok_or_else(|| io::Error::other("the path is not Unicode"))?;
    std::fs::create_dir_all(data_folder())?;
    std::fs::write(data_folder().join(CHOICE), format!("{text}\n"))
}

/// Whether the default was chosen by the user: then it must be there, and is not made anew.
pub fn is_remembered() -> bool {
    set_variable("ROSTER_WORKSPACE").is_none() && remembered().is_some()
}

fn remembered() -> Option<PathBuf> {
    let text = std::fs::read_to_string(data_folder().join(CHOICE)).ok()?;
    Some(text.trim())
        .filter(|path| !path.is_empty())
        .map(PathBuf::from)
}

fn set_variable(name: &str) -> Option<PathBuf> {
    std::env::var_os(name)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
}

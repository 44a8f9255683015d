//! A workspace: one SQLite file with its connections, settings, counts and checks.

mod check;
mod info;
mod open;
mod paths;
mod types;

pub use check::{check, check_watched};
pub use info::{info, set_settings, settings, stats};
pub(crate) use open::is_ours;
pub use open::{OpenMode, Read, Stale, Workspace};
pub use paths::{data_folder, default_path, is_remembered, remember};
pub use types::*;

//! A workspace: one SQLite file with its connections, settings, counts and checks.

mod check;
mod elsewhere;
mod info;
mod open;
mod paths;
mod repair;
#[cfg(test)]
mod repair_tests;
mod types;
mod wrong_keys;

pub use check::{check, check_watched};
pub(crate) use info::BACKUP;
pub use info::{info, set_settings, settings, stats};
pub(crate) use open::{APPLICATION_ID, is_newer, is_of_today, is_ours};
pub use open::{OpenMode, Read, Stale, Workspace};
pub use paths::{data_folder, default_path, is_remembered, remember};
pub(crate) use repair::mend;
pub use repair::{Repair, repair};
pub use types::*;

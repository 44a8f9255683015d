//! Two copies (P1): a workspace that was copied and changed in two places is noticed when it is opened.
//!
//! Each workspace has an identity that its copies keep, and each change a token by chance. A machine remembers in Roster's
//! own folder which changes it saw in which file last (`seen.rs`). A file that lacks some of them is an older copy, or one
//! that went its own way (`lineage.rs`). Nothing is refused for that: whoever opens it is told, and says how it goes on.

mod lineage;
mod look;
mod seen;
#[cfg(test)]
mod tests;
mod types;

pub(crate) use look::{Watching, note, remarks};
pub use look::{copies, keep, keep_at, watch};
pub use types::*;

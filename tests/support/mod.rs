//! What the tests share: a desk with a workspace of its own, files to import, the dump of a workspace.

pub mod desk;
pub mod dump;
pub mod files;
pub mod process;

pub use desk::{Answer, Desk};

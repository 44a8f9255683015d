//! Ways to reach a contact: kinds and labels, the normalized value, the key for matching.
//!
//! This module knows single points. Which contact they belong to, and whether they are primary there, is the
//! business of `contacts` and `import`.

mod kind;
mod read;

pub use kind::{Kind, PointField};
pub use read::{Reading, Trouble, match_key, read};

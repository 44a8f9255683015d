//! Dunning (M4): orders that are due for longer than the days of a level, a letter for each who owes them, and the level that
//! each order has reached. Levels are never skipped, and there are as many days between two letters as between their levels.
//!
//! A demand is no message that anybody can opt out of; it goes by post. The dead get none.

mod due;
mod levels;
mod run;
#[cfg(test)]
mod tests;
mod types;

pub use due::look;
pub use levels::{levels, set_levels};
pub use run::run;
pub use types::*;

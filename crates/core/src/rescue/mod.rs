//! When a workspace can't be opened: saying what is wrong with the file, and saving what can be read of it.
//!
//! Nothing here writes to the file that is to be rescued: it is copied first, and what is read goes into a new workspace.

mod examine;
mod salvage;
#[cfg(test)]
mod tests;

pub use examine::{Examined, Trouble, examine};
pub use salvage::{Lost, Salvaged, salvage};

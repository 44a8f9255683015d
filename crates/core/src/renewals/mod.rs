//! The renewal run (M3): who would be renewed, with the new term and its price, and doing it as one batch with orders.

mod apply;
mod due;
#[cfg(test)]
mod tests;
mod types;

pub use apply::apply;
pub use due::preview;
pub use types::*;

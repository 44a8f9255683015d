//! Discounts (M4): codes with a percentage or an amount, for a time and a number of uses, and discounts by hand. A discount is
//! a line of its order. It is reckoned once, when it is given; an order that was invoiced gets none.

mod apply;
mod codes;
#[cfg(test)]
mod tests;
mod types;

pub use apply::discount;
pub(crate) use apply::{Given, give};
pub use codes::{add, edit, list};
pub use types::*;

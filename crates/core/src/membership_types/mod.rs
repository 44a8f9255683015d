//! Types of membership: how long a term is, how many days of grace follow, which tiers there are and what they cost from
//! which day on (M2).

mod check;
mod edit;
mod list;
mod mail;
#[cfg(test)]
mod tests;
mod types;

pub use edit::{create, edit};
pub(crate) use list::{all, one};
pub use list::{list, named};
pub use mail::mail;
pub use types::*;

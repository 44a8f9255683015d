//! Memberships: how long a term is (`rule.rs`), what it costs (`price.rs`), how a membership stands on a day
//! (`standing.rs`), and what is done with one: enrolling, renewing, cancelling, suspending, resuming.

mod act;
mod days;
mod enroll;
pub(crate) mod history;
mod load;
mod price;
mod renew;
mod rule;
mod standing;
#[cfg(test)]
mod standing_tests;
#[cfg(test)]
mod tests;
mod types;

pub use act::{cancel, resume, suspend};
pub(crate) use days::{day, optional_day};
pub use enroll::enroll;
pub(crate) use enroll::{NewTerm, chosen_tier, insert, line_text, membership, pay_by};
pub(crate) use load::{Loaded, load};
pub(crate) use price::Price;
pub(crate) use renew::next_start;
pub use renew::renew;
pub(crate) use rule::{Rule, month_and_day};
pub use standing::Status;
pub(crate) use standing::{ActKind, Standing};
pub use types::*;

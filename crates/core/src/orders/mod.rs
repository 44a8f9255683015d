//! Orders and payments (M4): what members owe and what they have paid. The balance of a contact is the sum of the lines of
//! their orders and of their payments, asked anew each time; no payment goes with its order.

mod amount;
mod cancel;
mod create;
mod list;
mod pay;
mod statement;
#[cfg(test)]
mod tests;
mod types;

pub use amount::Amount;
pub use cancel::cancel;
pub use create::create;
pub(crate) use create::{for_term, for_terms};
pub(crate) use list::open;
pub use list::{get, list};
pub use pay::{pay, refund, remove_payment};
pub use statement::statement;
pub(crate) use statement::{balances, balances_of, finish, kept};
pub use types::*;

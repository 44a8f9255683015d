//! Bundles (M5): the memberships of a family or a company. A bundle is what one contact pays of one type of membership: the
//! payer may be a member or not, the term is shared, and each member has a day of joining of their own. Nothing but the
//! payer of a membership makes it, so that imports, exports, merges and undo keep it without further ado.

mod change;
mod join;
mod read;
mod renew;
#[cfg(test)]
mod tests;
mod types;

pub use change::{change_payer, leave};
pub use join::add;
pub use read::of_contact;
pub(crate) use renew::line_of_member;
pub use renew::renew;
pub use types::*;

//! What a contact looks like from outside: the row of a list, the whole record, and the requests about them.

mod deeds;
mod edit;
mod list;
mod record;

pub use deeds::*;
pub use edit::*;
pub use list::*;
pub use record::*;

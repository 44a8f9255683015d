//! The requests and answers of the import wizard and of `roster import`.
//!
//! Every call carries the whole request, so that a stage can be repeated and what was rehearsed is what runs.

mod preview;
mod report;
mod request;
mod source;

pub(super) use preview::wanted_dialect;
pub use preview::*;
pub use report::*;
pub use request::*;
pub use source::*;

pub use crate::values::date::Order;

//! Emptying the trash: contacts and organizations go for good, with everything on them, every trace of their values in the
//! journal, and the attached files that nothing else uses. Putting things there and bringing them back is the business of
//! each of them.

mod empty;
mod types;

pub use empty::empty;
pub use types::*;

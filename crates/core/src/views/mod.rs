//! Named views of a list: search, filter, columns with their widths, order. They are data of the workspace like any other:
//! journaled and undoable. What a view shows is the business of the list.

mod arrange;
mod list;
#[cfg(test)]
mod tests;
mod types;
mod write;

pub use arrange::arrange;
pub use list::list;
pub use types::*;
pub use write::{create, delete, duplicate, update};

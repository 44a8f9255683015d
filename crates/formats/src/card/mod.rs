//! Address books as cards and as rows: vCard 2.1, 3.0 and 4.0, LDIF, a zip or a folder of either.
//!
//! ```text
//! bundle -> lines -> content -> vcard ┐
//!                 └-> ldif ───────────┴-> model::Card -> columns -> Row
//! ```
//! `bundle` finds the files; `lines`, `content`, `transfer`, `charset` and `escape` undo what a value is wrapped in;
//! `vcard` and `ldif` give cards; `person` says what a vCard means; `columns` lays a card out as a row, so that cards
//! walk through the same import as a spreadsheet. `file` holds it together: a first pass over the file learns which
//! columns there are, who is in which group and how undeclared text is encoded, in bounded memory; every reading after
//! it streams. `entry` and `print` go the way back, and `exact` keeps what a
//! vCard would change on it.
//!
//! The lines of vCard are read by our own code. `calcard` 0.3 was tried on the samples: it holds the whole text,
//! reads CR-only files as one line, loses the card after a missing END and the cards within cards, the lines of an
//! address that a phone broke, quoted-printable in Shift-JIS, and takes undeclared quoted-printable for Latin-1. Its
//! types also normalize values, where a round trip has to give back what stood there.

mod bundle;
mod charset;
mod columns;
mod content;
mod dates;
mod entry;
mod escape;
mod exact;
mod file;
mod groups;
mod labels;
mod ldif;
mod lines;
mod model;
mod person;
mod print;
mod property;
mod transfer;
mod vcard;

pub(crate) use bundle::{Bundle, CardKind};
pub(crate) use file::CardFile;
pub use model::{Card, Other, Photo, Point, PostalAddress};
pub(crate) use print::print;
pub use property::{Param, Property, Value};
pub use vcard::{VCard, VCards, Version};

//! Files to rows and rows to files. Knows no contact and no database.
//!
//! Reading: [`open`] finds out what a file is ([`Format`]), how it is encoded and delimited, where its header and
//! footer are, and gives a [`Table`] whose rows are read as a stream. Everything detected can be overruled by
//! [`ReadOptions`]. Writing: [`create`] gives a [`TableWriter`]; the target appears only when it is finished.
//! Whatever a file does, the outcome is rows or a [`FormatError`] that says what it is and what to do.
//!
//! Statements of banks in XML are no tables: [`read_bank_message`] reads them.
//!
//! Modules: `source` (bytes and their changes), `sniff` (what a file is), `text`, `book`, `card` and `packed` (rows out of text,
//! workbooks and address books), `layout` (header, columns, footer), `mojibake` (text read
//! in a wrong encoding once), `table` (all of it together), `write`, and `guard` around
//! readers that panic.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod bank;
mod book;
mod card;
mod cell;
mod error;
mod format;
mod guard;
mod layout;
mod mojibake;
mod packed;
mod sniff;
mod source;
mod table;
mod text;
mod write;

pub use bank::{BankEntry, BankMessage, read_bank_message};
pub use card::{
    Card, Other, Param, Photo, Point, PostalAddress, Property, VCard, VCards, Value, Version,
};
pub use cell::{Cell, Row};
pub use error::FormatError;
pub use format::{Format, ReadOptions};
pub use mojibake::Garbled;
pub use source::Source;
pub use table::{Table, open, open_with};
pub use text::encoding::beginning;
pub use write::{
    CardWriter, CsvStyle, Delimiter, OutCell, OutColumn, OutFormat, OutKind, TableWriter, create,
    create_cards, write_whole,
};

//! The C interface of SQLite, compiled by `build.rs` with SQLCipher's encryption.
//!
//! sqlx 0.9 and rusqlite 0.39 bring a SQLite of their own that is older than 3.51.3, which mended a way in which a
//! write-ahead log could damage the file. This crate stands in its place (`[patch.crates-io]`): the declarations are those
//! of a later libsqlite3-sys, the code is SQLCipher's.

pub use sys::*;

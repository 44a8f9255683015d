//! The crate from outside: real files, generated files, hostile files, and what it writes read back.
#![allow(clippy::unwrap_used)]

mod detection;
mod hostile;
mod samples;
mod support;
mod writing;

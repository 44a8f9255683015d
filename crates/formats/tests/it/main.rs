//! The crate from outside: real files, generated files, hostile files, and what it writes read back.
#![allow(clippy::unwrap_used)]

mod card_bundles;
mod card_writing;
mod cards;
mod detection;
mod fuzz;
mod hostile;
mod hostile_cards;
mod samples;
mod spectrum;
mod support;
mod writing;

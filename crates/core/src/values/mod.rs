//! Understanding single values: what a phone number, an e-mail address, a
//! date, a country or a name in a cell means. Everything here is pure: text in,
//! meaning or a reason out. It knows no contact, no column and no database.

pub mod address;
pub(crate) mod characters;
pub mod country;
pub mod custom;
pub mod date;
pub mod email;
pub mod fold;
pub mod language;
pub mod lifecycle;
pub mod lines;
pub mod name;
pub mod phone;
pub mod postcode;
pub mod split;
pub mod time_zone;
pub mod yes_no;

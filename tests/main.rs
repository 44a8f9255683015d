//! Acceptance tests: what CLI.md and the issues promise, through the program `roster`.
//!
//! Most cases run the program in this process (`support::Desk`), which is quick; those about exit codes, signals and
//! bounded memory start the real binary (`support::process`).

// The rule for tests in clippy.toml does not reach what they share.
#![allow(clippy::unwrap_used)]

mod support;

/// What every command promises by its name: exit codes, one JSON document, the keys.
mod contract;

/// Spreadsheets become contacts: reading, fields, values, matching, updating, groups, rejected rows, counts.
mod import;

/// Files that are not what they should be: each is named, and changes nothing.
mod bad_input;

/// Workspaces that earlier Rosters made.
mod old_databases;

/// Nothing is lost: kills, Ctrl-C, undo, redo.
mod safety;

/// Custom fields: made, filled, changed, removed; every type there and back.
mod fields;

/// Two hundred custom fields.
mod many_fields;

/// Finding contacts: scripts, accents, the forms of a phone number, groups, order.
mod search;

/// `roster group`: what groups hold and how they are made of each other.
mod groups;

/// `--filter`: which contacts an expression chooses, and how mistakes are told.
mod filters;
/// Who may not be written to: values, lists, reinstating, the gate.
mod opt_outs;
/// Accounts, agencies and leads: the list, one of them, hierarchy, conversion, contacts that belong to one.
mod organizations;
mod post;
mod privacy;

/// Members: types, terms, renewals, orders and payments.
mod members;

/// The money of all members: statements of the bank.
mod money;

/// Merging contacts that are one person.
mod merging;

/// The order of the list by every field, default and custom, upwards and downwards.
mod sorting;

/// What leaves Roster: types, formulas, the gate, the round trip.
mod export;
mod export_choices;

/// Whole records through files and back.
mod round_trip;

/// One contact: every field by hand, its history, values of any script, two hands at once, the trash.
mod record;

/// Attached files: kept once by content, missing and changed ones noticed, carried by backups.
mod files;

/// The program as a process: streams, signals, usage, help.
mod program;

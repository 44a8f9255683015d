//! Roster's product: contacts and everything that hangs on them, on one SQLite file.
//!
//! Open a [`Workspace`], then call the operations, by their types (`contacts::page(&ws, &request)`) or by name
//! ([`operations::call`]). The core knows SQLite; it knows no window, no arguments and no terminal.
//!
//! | module | what is there |
//! |---|---|
//! | [`operations`] | the one table of operations: name, input, output, what becomes stale |
//! | [`workspace`] | opening a file, its connections, settings, counts, integrity |
//! | [`journal`] | [`journal::Change`], the only way to write; undo, redo, batches |
//! | [`encryption`] | a passphrase: keys, sealing, setting, changing and removing it |
//! | [`backup`] | a consistent copy while in use, and the way back |
//! | [`copies`] | noticing that a workspace was copied and changed in two places |
//! | [`rescue`] | what is wrong with a file that can't be opened, and saving what can be read of it |
//! | [`contacts`] | the list, one contact, editing, the trash |
//! | `points` | phones, e-mails and the rest: kinds, labels, normalizing, match keys |
//! | [`filters`] | the expression language by which contacts are chosen: text, tree, SQL |
//! | [`organizations`] | accounts, agencies, leads: the list, one of them, hierarchy, their contacts |
//! | [`bulk`], [`views`] | one change for many contacts or organizations; named views of a list |
//! | [`trash`] | emptying it |
//! | [`privacy`] | the dossier of a person, erasing one |
//! | [`groups`], [`fields`] | groups with counts; default and custom fields |
//! | [`files`] | attached files: rows, and the contents beside the workspace |
//! | [`members`], [`renewals`] | members: converting, the roll, the list; the renewal run |
//! | [`membership_types`], [`memberships`] | terms, tiers, prices; how a membership stands on a day, enrolling, renewing |
//! | [`bundles`] | families and companies: memberships of one type on one bill |
//! | [`staff`] | who is at the desk, and what each may do |
//! | [`orders`], [`discounts`], [`bank`], [`dunning`] | orders, payments, balances; codes and discounts; statements of the bank; overdue orders |
//! | [`history`] | what was changed on a contact or an organization, and bringing a value back |
//! | [`opt_outs`] | who may not be written to or called, its history, reinstating |
//! | [`import`] | preview, rehearsal, matching, writing, rejects |
//! | [`gate`] | whether a contact point may be used for a channel, and why not |
//! | [`export`] | choosing, writing |
//! | `values`, `guess` | what a single value means; which field a column holds |

pub mod backup;
pub mod bank;
pub mod bindings;
pub mod bulk;
pub mod bundles;
pub mod contacts;
pub mod copies;
pub mod discounts;
pub mod documents;
pub mod dunning;
pub mod encryption;
pub mod error;
pub mod export;
pub mod fields;
pub mod files;
pub mod filters;
pub mod gate;
pub mod groups;
pub mod guess;
pub mod history;
pub mod import;
pub mod journal;
pub mod kept;
mod lists;
pub mod members;
pub mod membership_types;
pub mod memberships;
pub mod operations;
pub mod opt_outs;
pub mod orders;
pub mod organizations;
mod owned;
mod pictures;
mod points;
pub mod post;
pub mod privacy;
pub mod progress;
pub mod renewals;
pub mod rescue;
mod sql;
#[cfg(test)]
mod sql_tests;
#[cfg(test)]
mod sqlite_tests;
pub mod staff;
pub mod tags;
#[cfg(test)]
mod testing;
pub mod trash;
pub mod values;
pub mod views;
pub mod workspace;

pub use error::{Error, Result};
pub use operations::Topic;
pub use progress::{CancelHandle, Job, Progress};
pub use workspace::{OpenMode, Stale, Workspace};

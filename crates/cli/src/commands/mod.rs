//! A file for each command: its arguments, what it asks of the core, and its table for people.

pub mod backup;
pub mod backups;
mod bank;
pub mod batches;
pub mod bulk;
pub mod check;
mod code;
pub mod completions;
pub mod consents;
pub mod contact;
pub mod contacts;
mod documents;
mod dunning;
pub mod erasures;
pub mod export;
pub mod export_profiles;
pub mod field;
pub mod fields;
pub mod file;
pub mod group;
pub mod groups;
mod history;
pub mod import;
pub mod man;
pub mod mappings;
pub mod member;
pub mod members;
pub mod membership_type;
pub mod membership_types;
pub mod opt_out;
pub mod opt_outs;
pub mod order;
pub mod orders;
pub mod organization;
pub mod organizations;
pub mod post;
pub mod preview;
pub mod redo;
pub mod renewals;
pub mod rescue;
pub mod restore;
pub mod settings;
pub mod staff;
pub mod stats;
pub mod trash;
pub mod undo;
pub mod workspace;

use std::io::Read;

use roster_core::Job;

use crate::args::{Command, Global};
use crate::failure::Result;
use crate::output::Output;

/// What every command gets.
pub struct Context<'c, 's> {
    pub global: &'c Global,
    pub out: &'c mut Output<'s>,
    pub stdin: &'c mut dyn Read,
    pub job: &'c Job,
}

pub async fn run(command: Command, context: &mut Context<'_, '_>) -> Result<()> {
    match command {
        Command::Import(command) => command.run(context).await,
        Command::Preview(command) => command.run(context).await,
        Command::Mappings(command) => command.run(context).await,
        Command::ExportProfiles(command) => command.run(context).await,
        Command::ExportProfile(command) => command.run(context).await,
        Command::Mapping(command) => command.run(context).await,
        Command::Export(command) => command.run(context).await,
        Command::Labels(command) => command.run(context).await,
        Command::Letters(command) => command.run(context).await,
        Command::Contacts(command) => command.run(context).await,
        Command::Contact(command) => command.run(context).await,
        Command::Groups(command) => command.run(context).await,
        Command::Group(command) => command.run(context).await,
        Command::OptOuts(command) => command.run(context).await,
        Command::OptOut(command) => command.run(context).await,
        Command::Organizations(command) => command.run(context).await,
        Command::Organization(command) => command.run(context).await,
        Command::MembershipTypes(command) => command.run(context).await,
        Command::MembershipType(command) => command.run(context).await,
        Command::Members(command) => command.run(context).await,
        Command::Member(command) => command.run(context).await,
        Command::Renewals(command) => command.run(context).await,
        Command::Orders(command) => command.run(context).await,
        Command::Order(command) => command.run(context).await,
        Command::Fields(command) => command.run(context).await,
        Command::Field(command) => command.run(context).await,
        Command::File(command) => command.run(context).await,
        Command::Batches(command) => command.run(context).await,
        Command::Undo(command) => command.run(context).await,
        Command::Redo(command) => command.run(context).await,
        Command::Settings(command) => command.run(context).await,
        Command::Staff(command) => command.run(context).await,
        Command::Trash(command) => command.run(context).await,
        Command::Consents(command) => command.run(context).await,
        Command::Erasures(command) => command.run(context).await,
        Command::Stats(command) => command.run(context).await,
        Command::Bulk(command) => command.run(context).await,
        Command::Check(command) => command.run(context).await,
        Command::Backups(command) => command.run(context).await,
        Command::Backup(command) => command.run(context).await,
        Command::Rescue(command) => command.run(context).await,
        Command::Workspace(command) => command.run(context).await,
        Command::Restore(command) => command.run(context).await,
        Command::Completions(command) => command.run(context),
        Command::Man(command) => command.run(context),
    }
}

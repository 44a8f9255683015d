//! What can be written on the command line: the global options and the list of commands.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args as Arguments, Parser, Subcommand};

use crate::commands::{
    backup, backups, batches, bulk, check, completions, consents, contact, contacts, erasures,
    export, export_profiles, field, fields, file, group, groups, import, man, mappings, member,
    members, membership_type, membership_types, opt_out, opt_outs, order, orders, organization,
    organizations, post, preview, redo, renewals, rescue, restore, settings, staff, stats, trash,
    undo, workspace,
};

const EXAMPLES: &str = "\
A first walk:
  roster preview people.xlsx             see how a file would be read
  roster import people.xlsx              take it in; everything is undoable
  roster contacts --search \"noa 4567\"    find anyone by any part, in any script
  roster export board.csv --group Board  hand the list on
  roster undo                            take the last thing back

Exit codes: 0 done, 1 failed and nothing was changed, 2 wrong usage, 130 cancelled and nothing was changed.";

/// Contacts, members and groups of an office, kept in one file.
///
/// Everything that Roster's window does to data, without a window. Commands print tables for people, and with
/// --json exactly one JSON document.
#[derive(Debug, Parser)]
#[command(name = "roster", version, after_help = EXAMPLES, arg_required_else_help = true, propagate_version = true)]
pub struct Args {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Arguments)]
#[command(next_help_heading = "Global options")]
pub struct Global {
    /// The workspace to work on; without it, the one that Roster's window opens.
    #[arg(long, global = true, value_name = "FILE", env = "ROSTER_WORKSPACE")]
    pub workspace: Option<PathBuf>,
    /// Print exactly one JSON document, for errors too.
    #[arg(long, global = true)]
    pub json: bool,
    /// Print only what was asked for: no progress, no confirmation.
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// Who works here now, where the workspace has profiles; see `roster staff`.
    #[arg(long = "as", global = true, value_name = "NAME", env = "ROSTER_AS")]
    pub who: Option<String>,
    /// The day that statuses, due dates and relative dates are reckoned from.
    #[arg(long, global = true, value_name = "YYYY-MM-DD", env = "ROSTER_TODAY")]
    pub today: Option<NaiveDate>,
    /// Roster's own folder on this machine, where it remembers what it has seen.
    #[arg(skip)]
    pub data: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Import(import::Import),
    Preview(preview::PreviewFile),
    Export(export::Export),
    Labels(post::Labels),
    Letters(post::Letters),
    Contacts(contacts::Contacts),
    #[command(subcommand)]
    Contact(contact::Contact),
    Bulk(bulk::Bulk),
    Groups(groups::Groups),
    #[command(subcommand)]
    Group(group::Group),
    #[command(name = "optouts")]
    OptOuts(opt_outs::OptOuts),
    #[command(subcommand, name = "optout")]
    OptOut(opt_out::OptOut),
    #[command(name = "orgs")]
    Organizations(organizations::Organizations),
    #[command(subcommand, name = "org")]
    Organization(organization::Organization),
    MembershipTypes(membership_types::MembershipTypes),
    #[command(subcommand)]
    MembershipType(membership_type::MembershipType),
    Members(members::Members),
    #[command(subcommand)]
    Member(member::Member),
    Renewals(renewals::Renewals),
    Orders(orders::Orders),
    #[command(subcommand)]
    Order(order::Order),
    Mappings(mappings::Mappings),
    #[command(subcommand)]
    Mapping(mappings::Mapping),
    ExportProfiles(export_profiles::ExportProfiles),
    #[command(subcommand)]
    ExportProfile(export_profiles::ExportProfileVerb),
    Fields(fields::Fields),
    #[command(subcommand)]
    Field(field::Field),
    #[command(subcommand)]
    File(file::File),
    Batches(batches::Batches),
    Undo(undo::Undo),
    Redo(redo::Redo),
    Settings(settings::Settings),
    Staff(staff::Staff),
    Trash(trash::Trash),
    Consents(consents::Consents),
    Erasures(erasures::Erasures),
    Stats(stats::Stats),
    Check(check::Check),
    Backups(backups::Backups),
    Backup(backup::Backup),
    Restore(restore::Restore),
    Rescue(rescue::Rescue),
    #[command(subcommand)]
    Workspace(workspace::Workspace),
    Completions(completions::Completions),
    Man(man::Man),
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_consistent() {
        Args::command().debug_assert();
    }

    #[test]
    fn every_command_and_option_says_what_it_does() {
        fn visit(command: &clap::Command) {
            let name = command.get_name();
            assert!(command.get_about().is_some(), "{name} says nothing");
            for arg in command.get_arguments() {
                assert!(
                    arg.get_help().is_some(),
                    "{name} {} says nothing",
                    arg.get_id()
                );
            }
            command.get_subcommands().for_each(visit);
        }
        visit(&Args::command());
    }
}

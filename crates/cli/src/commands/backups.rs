//! `roster backups`: the backups that Roster made by itself, looking into one, and taking contacts back from it.

use clap::{Args, Subcommand};
use roster_core::backup::{
    self, BackupContact, BackupLook, BackupName, BackupTake, Backups as Kept, KeptBackup, Since,
    Why,
};

use super::Context;
use super::restore::told;
use crate::failure::Result;
use crate::table::{counted, table};

/// List the backups that Roster made by itself, beside the workspace: before imports and changes of many contacts, and
/// while it is in use.
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "Examples:\n  roster backups\n  roster backups look \"2026-11-22T09-00-00Z before import.roster\" --search noa\n  roster backups take \"2026-11-22T09-00-00Z before import.roster\" 12 15"
)]
pub struct Backups {
    #[command(subcommand)]
    command: Option<BackupsCommand>,
}

#[derive(Debug, Subcommand)]
enum BackupsCommand {
    /// Make one now.
    Make {},
    /// Bring the workspace back to one; what it held before is kept as a backup of its own.
    Restore {
        /// The name of the backup, as listed.
        name: String,
    },
    /// The contacts of a backup, and what became of them since.
    Look(Look),
    /// Make contacts what they were in a backup, as one change that can be undone.
    Take {
        /// The name of the backup, as listed.
        name: String,
        /// The contacts, by their numbers in the backup.
        #[arg(required = true)]
        ids: Vec<i64>,
    },
}

#[derive(Debug, Args)]
struct Look {
    /// The name of the backup, as listed.
    name: String,
    /// Only contacts that this finds.
    #[arg(long, value_name = "TEXT", default_value = "")]
    search: String,
    /// How many to show, at most 200.
    #[arg(long, value_name = "N", default_value_t = 100)]
    limit: u32,
    /// How many to pass over.
    #[arg(long, value_name = "N", default_value_t = 0)]
    offset: u32,
}

impl Backups {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let (global, job) = (context.global, context.job);
        match self.command {
            None => {
                let work = async |ws: &_| Ok(backup::list(ws).await?);
                let kept = crate::workspace::existing(global, work).await?;
                context.out.answer(&kept, || list(&kept))
            }
            Some(BackupsCommand::Make {}) => {
                let work = async |ws: &_| Ok(backup::now(ws, job).await?);
                let made = crate::workspace::existing(global, work).await?;
                context.out.done(&made, || format!("Made {}.\n", made.name))
            }
            Some(BackupsCommand::Restore { name }) => {
                let kept = backup::folder_of(&crate::workspace::path(global)).join(&name);
                crate::passphrase::unlock(&kept)?;
                let name = BackupName { name };
                let work = async |ws: &_| Ok(backup::restore_kept(ws, &name, job).await?);
                let restored = crate::workspace::existing(global, work).await?;
                context.out.done(&restored, || told(&restored))
            }
            Some(BackupsCommand::Look(look)) => look.run(context).await,
            Some(BackupsCommand::Take { name, ids }) => {
                let input = BackupTake { name, ids };
                let work = async |ws: &_| Ok(backup::take_back(ws, &input, job).await?);
                let taken = crate::workspace::existing(global, work).await?;
                context.out.done(&taken, || {
                    format!(
                        "Took {} back.\n",
                        counted(taken.contacts, "contact", "contacts")
                    )
                })
            }
        }
    }
}

impl Look {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let input = BackupLook {
            name: self.name,
            search: self.search,
            offset: self.offset,
            limit: self.limit,
        };
        let work = async |ws: &_| Ok(backup::look(ws, &input).await?);
        let found = crate::workspace::existing(context.global, work).await?;
        let heads = ["Id", "Name", "E-mail", "Phone", "Since then"];
        context
            .out
            .answer(&found, || table(heads, found.contacts.iter().map(row)))
    }
}

fn row(contact: &BackupContact) -> [String; 5] {
    let since = match contact.since {
        Since::Same => "",
        Since::Changed => "changed",
        Since::Aside => "in the trash or archive",
        Since::Gone => "gone",
    };
    [
        contact.id.to_string(),
        contact.name.clone(),
        contact.email.clone().unwrap_or_default(),
        contact.phone.clone().unwrap_or_default(),
        since.to_owned(),
    ]
}

fn list(kept: &Kept) -> String {
    let heads = ["Name", "Contacts", "Megabytes", "Made"];
    let mut text = table(heads, kept.backups.iter().map(described));
    text += &format!("In {}\n", kept.folder);
    if let Some(failure) = &kept.failure {
        text += &format!("The last one could not be made: {failure}\n");
    }
    text
}

fn described(backup: &KeptBackup) -> [String; 4] {
    [
        backup.name.clone(),
        backup
            .contacts
            .map(|count| count.to_string())
            .unwrap_or_default(),
        format!("{:.1}", backup.bytes as f64 / 1e6),
        match backup.why {
            Some(why) => words(why).to_owned(),
            None if backup.readable => "by somebody else".to_owned(),
            None => "can't be read".to_owned(),
        },
    ]
}

fn words(why: Why) -> &'static str {
    match why {
        Why::Import => "before an import",
        Why::Change => "before a change of many contacts",
        Why::Removal => "before something was removed for good",
        Why::Update => "before an update of Roster",
        Why::Restore => "before a restore",
        Why::Repair => "before a repair",
        Why::Use => "while it was in use",
        Why::Asked => "when it was asked for",
    }
}

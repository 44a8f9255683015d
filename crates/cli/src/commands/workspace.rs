//! `roster workspace`: the file itself: what it is, its copies, its passphrase.

use std::path::Path;

use clap::Subcommand;
use roster_core::copies::{self, Copies};
use roster_core::encryption::{self, Changed};
use roster_core::operations::Operation;
use roster_core::staff;
use serde::Serialize;

use super::Context;
use crate::failure::Result;
use crate::passphrase;
use crate::table::counted;

/// The file of the workspace: its copies, and its passphrase.
///
/// ROSTER_PASSPHRASE holds the present passphrase and ROSTER_NEW_PASSPHRASE the new one; without them they are asked for on
/// the terminal. The workspace must not be open anywhere meanwhile.
#[derive(Debug, Subcommand)]
pub enum Workspace {
    /// Show the file, and copies of it that have changes which it lacks.
    ///
    /// A workspace that was copied and changed in two places is noticed on a machine that has seen both, or that has seen
    /// it with changes which are missing now.
    Info,
    /// Go on with this copy: the others are told of no more, until one of them is opened.
    Keep,
    /// Encrypt the workspace, its attached files and its backups with a passphrase.
    ///
    /// Whoever forgets the passphrase has lost the workspace: nobody can open it without.
    Encrypt,
    /// Give an encrypted workspace another passphrase.
    Passphrase,
    /// Remove the passphrase: everything is written in the clear again.
    Decrypt,
}

impl Workspace {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        match self {
            Self::Info => info(context).await,
            Self::Keep => keep(context).await,
            passphrase => passphrase.change(context).await,
        }
    }

    /// Sets, changes or removes the passphrase.
    async fn change(self, context: &mut Context<'_, '_>) -> Result<()> {
        let path = crate::workspace::path(context.global);
        // As for the settings: it is an owner's to say.
        let may = async |ws: &_| Ok(staff::permit(ws, Operation::SettingsSet).await?);
        crate::workspace::existing(context.global, may).await?;
        let job = context.job;
        let changed = match self {
            Self::Info | Self::Keep => return Ok(()),
            Self::Encrypt if encryption::is_encrypted(&path) => {
                encryption::encrypt(&path, "", job).await?
            }
            Self::Encrypt => encryption::encrypt(&path, &passphrase::new(true)?, job).await?,
            Self::Passphrase => {
                passphrase::unlock(&path)?;
                encryption::change_passphrase(&path, &passphrase::new(false)?, job).await?
            }
            Self::Decrypt => {
                passphrase::unlock(&path)?;
                encryption::decrypt(&path, job).await?
            }
        };
        context.out.done(&changed, || told(&changed))
    }
}

/// What `roster workspace info` answers.
#[derive(Serialize)]
struct Info {
    #[serde(flatten)]
    copies: Copies,
    encrypted: bool,
}

async fn info(context: &mut Context<'_, '_>) -> Result<()> {
    let work = async |ws: &_| Ok(copies::copies(ws).await?);
    let copies = crate::workspace::existing(context.global, work).await?;
    let encrypted = encryption::is_encrypted(Path::new(&copies.path));
    let info = Info { copies, encrypted };
    context.out.answer(&info, || shown(&info))
}

async fn keep(context: &mut Context<'_, '_>) -> Result<()> {
    let work = async |ws: &_| Ok(copies::keep(ws).await?);
    let kept = crate::workspace::existing(context.global, work).await?;
    let told = || format!("{} is the workspace to go on with.\n", kept.path);
    context.out.done(&kept, told)
}

fn shown(Info { copies, encrypted }: &Info) -> String {
    let Copies {
        path,
        changed_at,
        contacts,
        others,
    } = copies;
    let mut text = format!("{path}\n{}", counted(*contacts, "contact", "contacts"));
    if let Some(at) = changed_at {
        text += &format!(", last changed {at}");
    }
    text += match encrypted {
        true => ", encrypted\n",
        false => "\n",
    };
    for other in others {
        text += &format!("\n{}\n", other.told());
    }
    if !others.is_empty() {
        text += "`roster workspace keep` goes on with this one; `roster --workspace FILE workspace info` looks at another.\n";
    }
    text
}

fn told(changed: &Changed) -> String {
    let what = match changed.encrypted {
        true => {
            "is encrypted now. Keep the passphrase safe: nobody can open the workspace without it"
        }
        false => "is not encrypted any more",
    };
    let mut text = format!("{} {what}.\n", changed.file);
    if changed.backups > 0 {
        let backups = counted(changed.backups as i64, "backup", "backups");
        text += &format!(
            "So {} {backups}.\n",
            if changed.backups == 1 { "is" } else { "are" }
        );
    }
    for name in &changed.left {
        text += &format!("Left as it was: the backup {name}.\n");
    }
    text
}

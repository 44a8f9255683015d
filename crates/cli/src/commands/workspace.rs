//! `roster workspace`: the passphrase of the workspace, set, changed and removed.

use clap::Subcommand;
use roster_core::encryption::{self, Changed};

use super::Context;
use crate::failure::Result;
use crate::passphrase;
use crate::table::counted;

/// The passphrase of the workspace: set it, change it, remove it.
///
/// ROSTER_PASSPHRASE holds the present passphrase and ROSTER_NEW_PASSPHRASE the new one; without them they are asked for on
/// the terminal. The workspace must not be open anywhere meanwhile.
#[derive(Debug, Subcommand)]
pub enum Workspace {
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
        let path = crate::workspace::path(context.global);
        let job = context.job;
        let changed = match self {
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

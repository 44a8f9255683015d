//! `roster contact erase`: a person who asked to be forgotten.

use std::path::PathBuf;

use clap::Args;
use roster_core::privacy::{self, Certificate, ContactErase, OldBackups};

use crate::commands::Context;
use crate::failure::Result;
use crate::table::counted;

/// Remove a person for good: the contact, its history, its files. This can't be undone.
///
/// Orders and payments stay without the person, opt-outs stay, and keyed hashes of phones and e-mails stay so that no import brings the person back. Backups hold the person until they are removed.
#[derive(Debug, Args)]
pub struct Erase {
    /// The contact's number, from `roster contacts`.
    id: i64,
    /// Say that it is meant: what is removed can't come back.
    #[arg(long, required = true)]
    yes: bool,
    /// Remove the backups that hold the person too, after making a new one.
    #[arg(long)]
    remove_backups: bool,
    /// Write a certificate: a document to read, or JSON where the name ends in .json.
    #[arg(long, value_name = "FILE")]
    certificate: Option<PathBuf>,
}

impl Erase {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let job = context.job;
        let input = ContactErase {
            id: self.id,
            backups: match self.remove_backups {
                true => OldBackups::Remove,
                false => OldBackups::Keep,
            },
            path: self.certificate.map(|path| path.display().to_string()),
        };
        let work = async |ws: &_| Ok(privacy::erase(ws, &input, job).await?);
        let erased = crate::workspace::existing(context.global, work).await?;
        context.out.done(&erased, || {
            let failed = erased.file_failure.iter();
            let failed = failed.map(|why| {
                format!(
                    "The certificate could not be written: {why}. `roster erasures` shows it.\n"
                )
            });
            told(&erased.certificate) + &failed.collect::<String>()
        })
    }
}

fn told(certificate: &Certificate) -> String {
    let mut text = format!("Contact {} was erased.\n", certificate.contact);
    if certificate.orders_kept > 0 {
        let orders = counted(certificate.orders_kept, "order", "orders");
        text += &format!("{orders} stay without the person; `roster erasures` shows them.\n");
    }
    if certificate.documents_kept > 0 {
        let documents = counted(
            certificate.documents_kept,
            "issued document",
            "issued documents",
        );
        text += &format!("{documents} stay as they were issued, with the name.\n");
    }
    for left in &certificate.unfinished {
        text += &format!("{}\n", left.told());
    }
    if certificate.backups_removed > 0 {
        let backups = counted(certificate.backups_removed, "backup was", "backups were");
        text += &format!("{backups} removed.\n");
    }
    if !certificate.backups_left.is_empty() {
        text += "These backups still hold the person:\n";
        for name in &certificate.backups_left {
            text += &format!("  {name}\n");
        }
    }
    text
}

//! `roster contact archive`, `unarchive` and `photo`.

use clap::Args;
use roster_core::contacts::{self, PhotoSet};

use super::only;
use crate::commands::Context;
use crate::failure::Result;

/// Put a contact aside: out of lists, counts and groups, and still findable.
#[derive(Debug, Args)]
pub struct Archive {
    /// The contact's number, from `roster contacts`.
    id: i64,
}

/// Bring a contact back from the archive.
#[derive(Debug, Args)]
pub struct Unarchive {
    /// The contact's number.
    id: i64,
}

/// Give a contact a picture, scaled down; or take it away.
#[derive(Debug, Args)]
pub struct Photo {
    /// The contact's number, from `roster contacts`.
    id: i64,
    /// A JPEG, PNG, WebP, GIF or BMP.
    #[arg(required_unless_present = "remove")]
    file: Option<String>,
    /// Take the picture away.
    #[arg(long, conflicts_with = "file")]
    remove: bool,
}

impl Archive {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &_| {
            contacts::archive(ws, &only(self.id)).await?;
            Ok(contacts::get(ws, self.id).await?)
        };
        let contact = crate::workspace::existing(context.global, work).await?;
        let told = || {
            format!(
                "{} is archived; `roster contact unarchive {}` brings it back.\n",
                contact.name, contact.id
            )
        };
        context.out.done(&contact, told)
    }
}

impl Unarchive {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &_| {
            contacts::unarchive(ws, &only(self.id)).await?;
            Ok(contacts::get(ws, self.id).await?)
        };
        let contact = crate::workspace::existing(context.global, work).await?;
        context
            .out
            .done(&contact, || format!("{} is back.\n", contact.name))
    }
}

impl Photo {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let set = PhotoSet {
            id: self.id,
            path: self.file,
        };
        let work = async |ws: &_| Ok(contacts::set_photo(ws, &set).await?);
        let changed = crate::workspace::existing(context.global, work).await?;
        let told = || {
            let verb = if set.path.is_some() {
                "has"
            } else {
                "no longer has"
            };
            format!("{} {verb} a picture.\n", changed.contact.name)
        };
        context.out.done(&changed.contact, told)
    }
}

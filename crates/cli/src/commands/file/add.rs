//! `roster file add`: copies of files for a contact or an organization.

use std::path::PathBuf;

use clap::Args;
use roster_core::files::{self, FileOwner, FilesAttach, FilesAttached};

use crate::commands::Context;
use crate::failure::{Failure, Result};
use crate::reading::utf8;
use crate::table::counted;

/// Attach copies of files to a contact or an organization; the files themselves stay as they are.
#[derive(Debug, Args)]
pub struct Add {
    /// The files, of at most 2 GB each.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    owner: Owner,
}

#[derive(Debug, Clone, Copy, Args)]
#[group(required = true, multiple = false)]
pub struct Owner {
    /// The contact's number, from `roster contacts`.
    #[arg(long, value_name = "ID")]
    contact: Option<i64>,
    /// The organization's number, from `roster orgs`.
    #[arg(long, value_name = "ID")]
    org: Option<i64>,
}

impl Owner {
    fn read(self) -> FileOwner {
        match (self.contact, self.org) {
            (Some(id), _) => FileOwner::Contact { id },
            (None, id) => FileOwner::Organization {
                id: id.unwrap_or_default(),
            },
        }
    }
}

impl Add {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let job = context.job;
        let paths: Result<Vec<String>> = self.files.iter().map(|path| utf8(path)).collect();
        let input = FilesAttach {
            owner: self.owner.read(),
            paths: paths?,
        };
        let work = async |ws: &_| Ok(files::attach(ws, &input, job).await?);
        let attached = crate::workspace::existing(context.global, work).await?;
        refuse_if_nothing_came(&attached)?;
        context.out.done(&attached, || text(&attached))
    }
}

fn refuse_if_nothing_came(attached: &FilesAttached) -> Result<()> {
    match attached.refused.first() {
        Some(first) if attached.files.is_empty() && attached.already == 0 => Err(Failure::told(
            "file_refused",
            format!("{} Nothing was attached.", first.message),
            "Name ordinary files that you may read, of at most 2 GB each.",
        )),
        _ => Ok(()),
    }
}

fn text(attached: &FilesAttached) -> String {
    let mut text = format!(
        "{} attached.\n",
        counted(attached.files.len() as u64, "file", "files")
    );
    if attached.already > 0 {
        let already = counted(attached.already, "file was", "files were");
        text += &format!("{already} there already.\n");
    }
    for refused in &attached.refused {
        text += &format!("{}\n", refused.message);
    }
    text
}

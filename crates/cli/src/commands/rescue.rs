//! `roster rescue`: what can be read of a damaged workspace, into a new one.

use std::path::PathBuf;

use clap::Args;
use roster_core::rescue::{self, Lost, Salvaged};

use super::Context;
use crate::failure::Result;
use crate::table::{count, counted, table};

/// Read what can be read of a damaged workspace into a new one, and say what was lost.
///
/// The damaged file stays as it is. Where there is a good backup, `roster restore` brings back more.
#[derive(Debug, Args)]
pub struct Rescue {
    /// The damaged workspace.
    file: PathBuf,
    /// Where the new workspace goes; there must be nothing yet.
    into: PathBuf,
}

impl Rescue {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        crate::passphrase::unlock(&self.file)?;
        let salvaged = rescue::salvage(&self.file, &self.into, context.job).await?;
        context.out.done(&salvaged, || told(&salvaged))
    }
}

fn told(salvaged: &Salvaged) -> String {
    let contacts = counted(salvaged.contacts, "contact", "contacts");
    let mut text = format!(
        "Saved {contacts} to {}. What was done before can't be undone there.\n",
        salvaged.file
    );
    if salvaged.lost.is_empty() {
        return text + "Everything could be read.\n";
    }
    text += "Lost:\n";
    text += &table(["Table", "Saved", "Lost"], salvaged.lost.iter().map(row));
    text
}

fn row(lost: &Lost) -> [String; 3] {
    let more = if lost.more {
        "parts that can't be read"
    } else {
        ""
    };
    let rows = match lost.rows {
        0 => more.to_owned(),
        rows if lost.more => format!("{} and {more}", count(rows)),
        rows => count(rows),
    };
    [lost.table.clone(), count(lost.saved), rows]
}
